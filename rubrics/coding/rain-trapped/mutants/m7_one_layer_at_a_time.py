def rain_trapped(h):
    held = 0
    for level in range(1, max(h) + 1):
        high = [i for i, height in enumerate(h) if height >= level]
        held += high[-1] - high[0] + 1 - len(high)
    return held
