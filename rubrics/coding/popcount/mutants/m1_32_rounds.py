def popcount(x):                           # reads the lower half only
    ones = 0
    for _ in range(32):
        ones += x & 1
        x >>= 1
    return ones
