from collections import OrderedDict

class LruCache:                            # replaces a value but leaves its key where it was in the order
    def __init__(self, cap):
        self.cap, self.entries = cap, OrderedDict()

    def get(self, k):
        if k not in self.entries:
            return -1
        self.entries.move_to_end(k)
        return self.entries[k]

    def put(self, k, v):
        self.entries[k] = v
        if len(self.entries) > self.cap:
            self.entries.popitem(last=False)
