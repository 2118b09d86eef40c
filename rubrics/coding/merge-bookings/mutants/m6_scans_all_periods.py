def merge_bookings(iv):
    periods = []
    for start, end in iv:
        apart = []
        for a, b in periods:                # all periods again, for each booking
            if b < start or end < a:
                apart.append([a, b])
            else:
                start, end = min(a, start), max(b, end)
        periods = apart + [[start, end]]
    return sorted(periods)
