from itertools import permutations

def course_order(n, pre):
    for order in permutations(range(n)):
        if all(order.index(needs) < order.index(job) for job, needs in pre):
            return list(order)
    return []
