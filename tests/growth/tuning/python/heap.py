import heapq
def work(x):
    h, total = [], 0
    for v in x:
        heapq.heappush(h, v)
    while h:
        total = (total * 3 + heapq.heappop(h)) % 1000003
    return total
