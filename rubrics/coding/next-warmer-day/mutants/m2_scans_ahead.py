def next_warmer_day(t):                    # a falling record is read to its end from every day
    wait = [0] * len(t)
    for day in range(len(t)):
        for later in range(day + 1, len(t)):
            if t[later] > t[day]:
                wait[day] = later - day
                break
    return wait
