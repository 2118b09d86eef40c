def work(x):
    result, base = 1, 7
    while x:
        if x & 1:
            result = result * base % 1000007
        base = base * base % 1000007
        x >>= 1
    return result
