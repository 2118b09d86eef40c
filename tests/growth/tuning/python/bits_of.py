def work(x):
    return bin(x).count("1") + len(str(x))
