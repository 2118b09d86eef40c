from collections import OrderedDict

class LruCache:                            # get leaves the order alone: first in, first out
    def __init__(self, cap):
        self.cap, self.entries = cap, OrderedDict()

    def get(self, k):
        return self.entries.get(k, -1)

    def put(self, k, v):
        self.entries[k] = v
        self.entries.move_to_end(k)
        if len(self.entries) > self.cap:
            self.entries.popitem(last=False)
