def all_subsets_dup(nums):                 # never takes two of a colour
    selections = [[]]
    for colour in set(nums):
        selections += [chosen + [colour] for chosen in selections]
    return selections
