def all_subsets_dup(nums):
    found = set()
    for mask in range(2 ** len(nums)):
        found.add(tuple(sorted(value for i, value in enumerate(nums) if mask >> i & 1)))
    return [list(selection) for selection in found]
