PAIRS = {"m": "a", "n": "b", "o": "c"}


def work(s):
    stack = []
    matched = 0
    for c in s:
        if c in "abc":
            stack.append(c)
        elif c in PAIRS and stack and stack[-1] == PAIRS[c]:
            stack.pop()
            matched += 1
    return matched * 7 + len(stack)
