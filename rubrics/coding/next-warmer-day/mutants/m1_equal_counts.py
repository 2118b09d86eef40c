def next_warmer_day(t):                    # <= where < is needed
    wait, waiting = [0] * len(t), []
    for day, value in enumerate(t):
        while waiting and t[waiting[-1]] <= value:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        waiting.append(day)
    return wait
