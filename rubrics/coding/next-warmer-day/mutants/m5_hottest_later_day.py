def next_warmer_day(t):                    # distance to the maximum of the rest
    wait = [0] * len(t)
    hottest = len(t) - 1
    for day in range(len(t) - 2, -1, -1):
        if t[hottest] > t[day]:
            wait[day] = hottest - day
        else:
            hottest = day
    return wait
