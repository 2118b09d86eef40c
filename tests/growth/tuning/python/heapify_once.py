import heapq
def work(x):
    h = list(x)
    heapq.heapify(h)
    return h[0]
