class LruCache:
    def __init__(self, cap):
        self.cap = cap
        self.clock = 0
        self.rows = []                     # [time of last use, key, value]

    def get(self, k):
        self.clock += 1
        for row in self.rows:
            if row[1] == k:
                row[0] = self.clock
                return row[2]
        return -1

    def put(self, k, v):
        self.clock += 1
        others = [row for row in self.rows if row[1] != k]
        if len(others) == self.cap:
            others.remove(min(others))
        self.rows = others + [[self.clock, k, v]]
