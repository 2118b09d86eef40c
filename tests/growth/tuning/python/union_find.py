class Sets:
    def __init__(self, n):
        self.parent = list(range(n))
    def find(self, v):
        while self.parent[v] != v:
            self.parent[v] = self.parent[self.parent[v]]
            v = self.parent[v]
        return v
    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a != b:
            self.parent[a] = b
            return 1
        return 0
def work(x):
    s = Sets(len(x))
    return sum(s.join(i, v) for i, v in enumerate(x))
