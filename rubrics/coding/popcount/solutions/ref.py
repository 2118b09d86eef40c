def popcount(x):
    ones = 0
    while x:
        x &= x - 1                         # switches the lowest one off
        ones += 1
    return ones
