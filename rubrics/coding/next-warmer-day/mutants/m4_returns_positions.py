def next_warmer_day(t):
    where, waiting = [0] * len(t), []
    for day, value in enumerate(t):
        while waiting and t[waiting[-1]] < value:
            where[waiting.pop()] = day
        waiting.append(day)
    return where
