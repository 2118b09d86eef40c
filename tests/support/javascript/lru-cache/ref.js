// A Map keeps the order in which keys were set.
class LruCache {
    #cap;
    #entries = new Map();

    constructor(cap) {
        this.#cap = cap;
    }

    get(k) {
        const value = this.#entries.get(k);
        if (value === undefined) return -1;
        this.#entries.delete(k);
        this.#entries.set(k, value);
        return value;
    }

    put(k, v) {
        this.#entries.delete(k);
        if (this.#entries.size === this.#cap) this.#entries.delete(this.#entries.keys().next().value);
        this.#entries.set(k, v);
    }
}
