def rotate_right(nums, k):
    def reverse(lo, hi):
        while lo < hi:
            nums[lo], nums[hi] = nums[hi], nums[lo]
            lo, hi = lo + 1, hi - 1

    n = len(nums)
    k %= n
    reverse(0, n - 1)       # the last k boxes are in front now, both parts backwards
    reverse(0, k - 1)
    reverse(k, n - 1)
