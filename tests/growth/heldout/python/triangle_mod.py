def work(n):
    row = [1]
    for _ in range(n):
        row = [1] + [(a + b) % 1009 for a, b in zip(row, row[1:])] + [1]
    return sum(row)
