from collections import deque
def work(x):
    seen, q, steps = {0}, deque([0]), 0
    n = len(x)
    while q:
        i = q.popleft()
        steps += 1
        for j in ((i + 1) % n, (i - 1) % n, x[i]):
            if j not in seen:
                seen.add(j)
                q.append(j)
    return steps
