import heapq


def work(nums):
    heap = []
    for x in nums:
        heapq.heappush(heap, x)
    check = 0
    while heap:
        check = (check * 3 + heapq.heappop(heap)) % 1000003
    return check
