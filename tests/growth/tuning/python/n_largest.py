import heapq
def work(x):
    return sum(heapq.nlargest(len(x) // 2, x)) % 1000
