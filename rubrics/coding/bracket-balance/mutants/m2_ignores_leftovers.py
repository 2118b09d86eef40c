def bracket_balance(s):                    # never looks at what is still open in the end
    opener_of = {")": "(", "]": "[", "}": "{"}
    open_regions = []
    for c in s:
        if c not in opener_of:
            open_regions.append(c)
        elif not open_regions or open_regions.pop() != opener_of[c]:
            return False
    return True
