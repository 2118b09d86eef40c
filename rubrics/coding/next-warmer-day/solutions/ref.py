def next_warmer_day(t):
    wait = [0] * len(t)
    waiting = []                           # days without an answer, their temperatures never rising
    for day, value in enumerate(t):
        while waiting and t[waiting[-1]] < value:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        waiting.append(day)
    return wait
