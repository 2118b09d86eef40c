def work(nums):
    def assign(i, total):
        if i == len(nums):
            return 1 if total % 13 == 0 else 0
        return assign(i + 1, total + nums[i]) + assign(i + 1, total - nums[i])

    return assign(0, 0)
