def popcount(x):                           # beyond 2^53 the quotient is rounded
    ones = 0
    while x:
        ones += x % 2
        x = int(x / 2)
    return ones
