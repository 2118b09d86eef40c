from collections import defaultdict
def work(x):
    groups = defaultdict(list)
    for v in x:
        groups["".join(sorted(str(v)))].append(v)
    return len(groups)
