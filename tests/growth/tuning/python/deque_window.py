from collections import deque
def work(x):
    q, total = deque(), 0
    for i, v in enumerate(x):
        while q and x[q[-1]] <= v:
            q.pop()
        q.append(i)
        if q[0] + 16 <= i:
            q.popleft()
        total += x[q[0]]
    return total
