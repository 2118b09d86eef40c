class Fenwick:
    def __init__(self, n):
        self.tree = [0] * (n + 1)

    def add(self, i):
        i += 1
        while i < len(self.tree):
            self.tree[i] += 1
            i += i & -i

    def prefix(self, i):
        total = 0
        while i > 0:
            total += self.tree[i]
            i -= i & -i
        return total


def work(nums):
    fenwick = Fenwick(len(nums))
    inversions = 0
    for seen, x in enumerate(nums):
        inversions += seen - fenwick.prefix(x)
        fenwick.add(x)
    return inversions
