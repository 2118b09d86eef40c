def rain_trapped(h):
    level = sorted(h)[-2] if len(h) > 1 else 0
    return sum(max(0, level - height) for height in h)
