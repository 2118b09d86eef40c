// Looks through everything for the oldest, on every call.
class LruCache {
    constructor(cap) {
        this.cap = cap;
        this.entries = [];
    }

    get(k) {
        const found = this.entries.find((entry) => entry.k === k);
        if (!found) return -1;
        this.entries = [...this.entries.filter((entry) => entry !== found), found];
        return found.v;
    }

    put(k, v) {
        this.entries = [...this.entries.filter((entry) => entry.k !== k), { k, v }].slice(-this.cap);
    }
}
