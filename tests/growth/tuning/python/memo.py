from functools import lru_cache
def work(x):
    @lru_cache(None)
    def go(i):
        return 1 if i < 2 else (go(i - 1) + go(i - 2)) % 1000007
    return go(x)
