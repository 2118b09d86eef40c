def all_subsets_dup(nums):                 # compares neighbours of the list as it came
    found = []

    def extend(start, chosen):
        found.append(chosen)
        for i in range(start, len(nums)):
            if i == start or nums[i] != nums[i - 1]:
                extend(i + 1, chosen + [nums[i]])

    extend(0, [])
    return found
