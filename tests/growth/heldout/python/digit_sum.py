def work(n):
    total = 0
    while n:
        n, digit = divmod(n, 10)
        total += digit * digit
    return total
