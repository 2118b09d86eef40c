def bracket_balance(s):                    # looks at the depth only
    depth = 0
    for c in s:
        depth += 1 if c in "([{" else -1
        if depth < 0:
            return False
    return depth == 0
