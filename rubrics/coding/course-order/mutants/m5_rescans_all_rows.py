def course_order(n, pre):                  # goes through all rows again for every job that it places
    order, placed = [], [False] * n
    while len(order) < n:
        blocked = [False] * n
        for job, needs in pre:
            if not placed[needs]:
                blocked[job] = True
        ready = next((job for job in range(n) if not placed[job] and not blocked[job]), None)
        if ready is None:
            return []
        placed[ready] = True
        order.append(ready)
    return order
