def work(n):
    hour, minutes = (n // 60) % 12, n % 60
    angle = abs((30 * hour + minutes / 2) - 6 * minutes)
    return int(10 * min(angle, 360 - angle))
