def next_warmer_day(t):                    # forgets days that were released earlier
    wait, waiting = [0] * len(t), []
    for day, value in enumerate(t):
        pops = 0
        while waiting and t[waiting[-1]] < value:
            pops += 1
            wait[waiting.pop()] = pops
        waiting.append(day)
    return wait
