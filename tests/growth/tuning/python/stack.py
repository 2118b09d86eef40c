def work(x):
    stack, total = [], 0
    for i, v in enumerate(x):
        while stack and stack[-1][0] < v:
            total += i - stack.pop()[1]
        stack.append((v, i))
    return total
