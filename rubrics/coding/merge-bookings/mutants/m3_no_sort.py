def merge_bookings(iv):
    periods = []
    for start, end in iv:
        if periods and start <= periods[-1][1] and end >= periods[-1][0]:
            periods[-1] = [min(periods[-1][0], start), max(periods[-1][1], end)]
        else:
            periods.append([start, end])
    return sorted(periods)
