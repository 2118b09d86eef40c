class LruCache:                            # right, but looks through all time stamps for every drop
    def __init__(self, cap):
        self.cap, self.clock = cap, 0
        self.values, self.last_use = {}, {}

    def get(self, k):
        if k not in self.values:
            return -1
        self.clock += 1
        self.last_use[k] = self.clock
        return self.values[k]

    def put(self, k, v):
        if k not in self.values and len(self.values) == self.cap:
            oldest = min(self.last_use, key=self.last_use.get)
            del self.values[oldest], self.last_use[oldest]
        self.clock += 1
        self.values[k], self.last_use[k] = v, self.clock
