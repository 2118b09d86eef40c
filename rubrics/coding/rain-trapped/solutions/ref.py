def rain_trapped(h):
    left, right = 0, len(h) - 1
    highest_left = highest_right = held = 0
    while left < right:
        if h[left] < h[right]:              # something on the right is higher than all seen on the left
            highest_left = max(highest_left, h[left])
            held += highest_left - h[left]
            left += 1
        else:
            highest_right = max(highest_right, h[right])
            held += highest_right - h[right]
            right -= 1
    return held
