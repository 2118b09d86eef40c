def work(pairs):
    events = []
    for a, b in pairs:
        events.append((min(a, b), 1))
        events.append((max(a, b), -1))
    events.sort()
    active = peak = 0
    for _, change in events:
        active += change
        peak = max(peak, active)
    return peak
