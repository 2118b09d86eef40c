def popcount(x):                           # finds the half of x one step at a time
    ones = 0
    while x:
        half = 0
        while half + half + 1 < x:
            half += 1
        ones += x - half - half
        x = half
    return ones
