def work(a):
    columns = list(zip(*a))
    product = [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]
    return sum(product[i][i] for i in range(len(a)))
