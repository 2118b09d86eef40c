def work(piles):
    def hours(speed):
        return sum((p + speed - 1) // speed for p in piles)

    low, high = 1, len(piles)
    while low < high:
        speed = (low + high) // 2
        if hours(speed) <= 3 * len(piles):
            high = speed
        else:
            low = speed + 1
    return low
