from heapq import heappop, heappush


def work(meetings):
    meetings = sorted((min(m), max(m) + 1) for m in meetings)
    ends = []
    most = 0
    for start, end in meetings:
        while ends and ends[0] <= start:
            heappop(ends)
        heappush(ends, end)
        most = max(most, len(ends))
    return most
