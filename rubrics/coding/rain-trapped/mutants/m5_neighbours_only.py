def rain_trapped(h):
    return sum(max(0, min(a, c) - b) for a, b, c in zip(h, h[1:], h[2:]))
