def all_subsets_dup(nums):                 # equal beads are told apart
    return [[value for i, value in enumerate(nums) if mask >> i & 1] for mask in range(2 ** len(nums))]
