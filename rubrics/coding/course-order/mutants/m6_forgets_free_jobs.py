def course_order(n, pre):                  # knows only the jobs that occur in a row
    jobs = sorted({job for row in pre for job in row})
    waiting = {job: [] for job in jobs}
    unmet = dict.fromkeys(jobs, 0)
    for job, needs in pre:
        waiting[needs].append(job)
        unmet[job] += 1
    order = [job for job in jobs if unmet[job] == 0]
    for done in order:
        for job in waiting[done]:
            unmet[job] -= 1
            if unmet[job] == 0:
                order.append(job)
    return order if len(order) == len(jobs) else []
