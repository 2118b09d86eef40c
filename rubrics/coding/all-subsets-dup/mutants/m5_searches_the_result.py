def all_subsets_dup(nums):                 # compares every choice with all that were found
    found = []
    for mask in range(2 ** len(nums)):
        row = sorted(value for i, value in enumerate(nums) if mask >> i & 1)
        if row not in found:
            found.append(row)
    return found
