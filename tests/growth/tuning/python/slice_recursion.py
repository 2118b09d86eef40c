def work(x):
    return 0 if not x else x[0] + work(x[1:])
