def work(x):
    prime = bytearray([1]) * (x + 1)
    for p in range(2, int(x ** 0.5) + 1):
        if prime[p]:
            prime[p * p::p] = bytes(len(range(p * p, x + 1, p)))
    return sum(prime)
