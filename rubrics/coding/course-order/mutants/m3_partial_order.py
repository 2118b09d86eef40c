def course_order(n, pre):                  # returns what could be run, although a circle is left
    waiting = [[] for _ in range(n)]
    unmet = [0] * n
    for job, needs in pre:
        waiting[needs].append(job)
        unmet[job] += 1
    order = [job for job in range(n) if unmet[job] == 0]
    for done in order:
        for job in waiting[done]:
            unmet[job] -= 1
            if unmet[job] == 0:
                order.append(job)
    return order
