class LruCache:                            # pops the wrong end of the order
    def __init__(self, cap):
        self.cap, self.entries = cap, {}

    def get(self, k):
        if k not in self.entries:
            return -1
        self.entries[k] = value = self.entries.pop(k)
        return value

    def put(self, k, v):
        if k in self.entries:
            del self.entries[k]
        elif len(self.entries) == self.cap:
            self.entries.popitem()
        self.entries[k] = v
