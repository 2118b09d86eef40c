def merge_bookings(iv):
    periods = []
    for start, end in sorted(iv):
        if periods and start <= periods[-1][1] + 1:
            periods[-1][1] = max(periods[-1][1], end)
        else:
            periods.append([start, end])
    return periods
