def popcount(x):
    ones = 0
    for place in range(62, -1, -1):        # pays the value with powers of two, the largest first
        if x >= 2**place:
            x -= 2**place
            ones += 1
    return ones
