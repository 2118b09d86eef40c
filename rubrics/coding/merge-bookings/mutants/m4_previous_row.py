def merge_bookings(iv):
    rows, periods = sorted(iv), []
    for i, (start, end) in enumerate(rows):
        if i and start <= rows[i - 1][1]:
            periods[-1][1] = max(periods[-1][1], end)
        else:
            periods.append([start, end])
    return periods
