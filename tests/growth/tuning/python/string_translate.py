def work(x):
    table = str.maketrans("abc", "xyz")
    y = x.translate(table).title().swapcase()
    return y.find("qqqq") + len(y.encode())
