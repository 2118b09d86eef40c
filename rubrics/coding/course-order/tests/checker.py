"""Accepts every order that can be run, and the empty list exactly where the reference found none."""


def check(args, got, reference):
    n, pre = args
    if not isinstance(got, list) or any(type(job) is not int for job in got):
        raise ValueError("The answer must be a list of job numbers.")
    if not got:
        if reference:
            raise ValueError("The answer is empty, but an order exists, for example one that starts with "
                             f"job {reference[0]}.")
        return
    place = {job: i for i, job in enumerate(got)}
    for job in got:
        if not 0 <= job < n:
            raise ValueError(f"Job {job} does not exist: the jobs are 0 to {n - 1}.")
    if len(place) != len(got):
        raise ValueError(f"The answer names {len(got)} jobs, but only {len(place)} different ones.")
    if len(got) != n:
        raise ValueError(f"The answer names {len(got)} of {n} jobs.")
    for job, needs in pre:
        if place[needs] >= place[job]:
            raise ValueError(f"Job {job} needs job {needs}, which does not come before it.")
