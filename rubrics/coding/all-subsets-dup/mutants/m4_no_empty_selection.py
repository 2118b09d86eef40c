def all_subsets_dup(nums):                 # leaves the empty one out when there are beads
    selections = [[]]
    for colour in sorted(set(nums)):
        selections = [chosen + [colour] * n for chosen in selections for n in range(nums.count(colour) + 1)]
    return selections[1:] or [[]]
