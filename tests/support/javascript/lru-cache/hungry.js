// Keeps a page of room for the later values of every entry.
class LruCache {
    constructor(cap) {
        this.cap = cap;
        this.entries = new Map();
        this.pages = [];
    }

    get(k) {
        const value = this.entries.get(k);
        if (value === undefined) return -1;
        this.entries.delete(k);
        this.entries.set(k, value);
        return value;
    }

    put(k, v) {
        this.pages.push(new Float64Array(4096).fill(v));
        this.entries.delete(k);
        if (this.entries.size === this.cap) this.entries.delete(this.entries.keys().next().value);
        this.entries.set(k, v);
    }
}
