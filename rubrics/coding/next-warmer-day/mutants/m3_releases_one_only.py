def next_warmer_day(t):                    # an "if" where a "while" is needed
    wait, waiting = [0] * len(t), []
    for day, value in enumerate(t):
        if waiting and t[waiting[-1]] < value:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        waiting.append(day)
    return wait
