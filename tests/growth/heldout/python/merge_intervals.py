def work(intervals):
    intervals = [(min(a, b), min(a, b) + 3) for a, b in intervals]
    intervals.sort(key=lambda p: p[0])
    merged = [list(intervals[0])]
    for start, end in intervals[1:]:
        if start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return len(merged)
