def work(x):
    grid = [[i * j for j in range(x)] for i in range(x)]
    return sum(map(sum, grid)) % 1009
