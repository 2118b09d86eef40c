// Reading does not count as a use.
class LruCache {
    constructor(cap) {
        this.cap = cap;
        this.entries = new Map();
    }

    get(k) {
        return this.entries.get(k) ?? -1;
    }

    put(k, v) {
        this.entries.delete(k);
        if (this.entries.size === this.cap) this.entries.delete(this.entries.keys().next().value);
        this.entries.set(k, v);
    }
}
