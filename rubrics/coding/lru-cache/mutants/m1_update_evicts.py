from collections import OrderedDict

class LruCache:                            # drops a key before asking whether the new one is already there
    def __init__(self, cap):
        self.cap, self.entries = cap, OrderedDict()

    def get(self, k):
        if k not in self.entries:
            return -1
        self.entries.move_to_end(k)
        return self.entries[k]

    def put(self, k, v):
        if len(self.entries) == self.cap:
            self.entries.popitem(last=False)
        self.entries[k] = v
        self.entries.move_to_end(k)
