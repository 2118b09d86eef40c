def next_warmer_day(t):
    return [min((later - day for later in range(day + 1, len(t)) if t[later] > t[day]), default=0) for day in range(len(t))]
