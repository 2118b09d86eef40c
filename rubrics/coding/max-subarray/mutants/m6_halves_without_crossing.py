def max_subarray(nums):
    def solve(lo, hi):
        if hi - lo == 1:
            return nums[lo]
        mid = (lo + hi) // 2
        return max(solve(lo, mid), solve(mid, hi), sum(nums[lo:hi]))
    return solve(0, len(nums))
