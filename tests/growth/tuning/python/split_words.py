def work(x):
    words = x.replace("e", " ").split()
    return len(words) + len(" ".join(words))
