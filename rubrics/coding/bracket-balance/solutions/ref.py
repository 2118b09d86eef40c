def bracket_balance(s):
    opener_of = {")": "(", "]": "[", "}": "{"}
    open_regions = []
    for c in s:
        if c not in opener_of:
            open_regions.append(c)
        elif not open_regions or open_regions.pop() != opener_of[c]:
            return False
    return not open_regions
