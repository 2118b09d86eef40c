def solve(a, lo, hi):
    if hi - lo == 1:
        return a[lo]
    mid = (lo + hi) // 2
    best_left = best_right = float("-inf")
    total = 0
    for i in range(mid - 1, lo - 1, -1):
        total += a[i]
        best_left = max(best_left, total)
    total = 0
    for i in range(mid, hi):
        total += a[i]
        best_right = max(best_right, total)
    return max(solve(a, lo, mid), solve(a, mid, hi), best_left + best_right)


def work(nums):
    return solve(nums, 0, len(nums))
