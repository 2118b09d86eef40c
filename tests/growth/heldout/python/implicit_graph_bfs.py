from collections import deque


def work(perm):
    n = len(perm)
    dist = [-1] * n
    dist[0] = 0
    queue = deque([0])
    while queue:
        v = queue.popleft()
        for w in (perm[v], (v + 1) % n):
            if dist[w] < 0:
                dist[w] = dist[v] + 1
                queue.append(w)
    return sum(dist)
