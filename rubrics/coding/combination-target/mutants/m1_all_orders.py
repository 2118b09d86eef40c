def combination_target(cand, target):      # starts from the first size again in each step
    if target == 0:
        return [[]]
    return [[size] + rest for size in cand if size <= target for rest in combination_target(cand, target - size)]
