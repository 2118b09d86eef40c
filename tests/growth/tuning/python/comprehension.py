def work(x):
    evens = [v // 2 for v in x if v % 2 == 0]
    return len(evens) + len({v for v in evens})
