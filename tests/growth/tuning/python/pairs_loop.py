def work(x):
    c = 0
    for i in range(len(x)):
        for j in range(i + 1, len(x)):
            if (x[i] + x[j]) % 7 == 0:
                c += 1
    return c
