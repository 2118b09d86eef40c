def bracket_balance(s):                    # a closer at depth zero does no harm here
    opener_of = {")": "(", "]": "[", "}": "{"}
    open_regions = []
    for c in s:
        if c not in opener_of:
            open_regions.append(c)
        elif open_regions and open_regions.pop() != opener_of[c]:
            return False
    return not open_regions
