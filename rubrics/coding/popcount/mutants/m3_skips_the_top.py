def popcount(x):                           # stops one digit too early
    ones = 0
    while x > 1:
        ones += x & 1
        x >>= 1
    return ones
