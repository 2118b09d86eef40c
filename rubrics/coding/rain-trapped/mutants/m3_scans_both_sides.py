def rain_trapped(h):
    held = 0
    for i, height in enumerate(h):
        held += min(max(h[:i + 1]), max(h[i:])) - height
    return held
