def rain_trapped(h):
    highest = held = pending = 0
    for height in h:
        if height >= highest:
            held += pending
            highest, pending = height, 0
        else:
            pending += highest - height     # lost if no wall as high follows
    return held
