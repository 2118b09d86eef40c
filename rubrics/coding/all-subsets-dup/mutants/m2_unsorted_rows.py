def all_subsets_dup(nums):                 # a set of tuples that were not sorted
    found = {tuple(value for i, value in enumerate(nums) if mask >> i & 1) for mask in range(2 ** len(nums))}
    return [list(selection) for selection in found]
