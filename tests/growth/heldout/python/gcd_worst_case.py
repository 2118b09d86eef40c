def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def work(n):
    # neighbours in the Fibonacci row: the slowest inputs of Euclid's algorithm
    a, b = 1, 2
    while b < n:
        a, b = b, a + b
    return gcd(b, a) + b % 1000
