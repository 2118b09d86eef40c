def work(x):
    target = x[len(x) // 3] + 1
    low, high = 0, len(x)
    while low < high:
        middle = (low + high) // 2
        if x[middle] < target:
            low = middle + 1
        else:
            high = middle
    return low
