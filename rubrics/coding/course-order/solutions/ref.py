def course_order(n, pre):
    waiting = [[] for _ in range(n)]       # waiting[x]: the jobs that need x, once per row
    unmet = [0] * n
    for job, needs in pre:
        waiting[needs].append(job)
        unmet[job] += 1
    order = [job for job in range(n) if unmet[job] == 0]
    for done in order:                     # the list grows while it is read: it is the queue
        for job in waiting[done]:
            unmet[job] -= 1
            if unmet[job] == 0:
                order.append(job)
    return order if len(order) == n else []
