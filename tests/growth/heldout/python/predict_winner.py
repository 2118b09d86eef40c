def work(nums):
    def lead(l, r):
        if l == r:
            return nums[l]
        return max(nums[l] - lead(l + 1, r), nums[r] - lead(l, r - 1))

    return lead(0, len(nums) - 1)
