def work(n):
    title = []
    while n > 0:
        n -= 1
        title.append(chr(ord("A") + n % 26))
        n //= 26
    title.reverse()
    return sum(ord(c) * i for i, c in enumerate(title, 1))
