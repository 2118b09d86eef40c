def rain_trapped(h):
    held = 0
    for i, height in enumerate(h):
        left = next((w for w in reversed(h[:i]) if w > height), height)
        right = next((w for w in h[i + 1:] if w > height), height)
        held += min(left, right) - height
    return held
