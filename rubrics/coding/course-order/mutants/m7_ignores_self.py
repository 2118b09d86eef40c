def course_order(n, pre):                  # drops rows in which a job names itself
    waiting = [[] for _ in range(n)]
    unmet = [0] * n
    for job, needs in pre:
        if job != needs:
            waiting[needs].append(job)
            unmet[job] += 1
    order = [job for job in range(n) if unmet[job] == 0]
    for done in order:
        for job in waiting[done]:
            unmet[job] -= 1
            if unmet[job] == 0:
                order.append(job)
    return order if len(order) == n else []
