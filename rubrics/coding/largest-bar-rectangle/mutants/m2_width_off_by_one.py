def largest_bar_rectangle(h):              # counts the lower plank on the left as part of the width
    best, rising = 0, []
    for i, height in enumerate(h + [0]):
        while rising and h[rising[-1]] >= height:
            top = h[rising.pop()]
            width = i - rising[-1] if rising else i
            best = max(best, top * width)
        rising.append(i)
    return best
