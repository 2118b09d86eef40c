from fractions import Fraction

def best_window_average(nums, k):
    means = [Fraction(sum(nums[i:i + k]), k) for i in range(len(nums)) if i + k <= len(nums)]
    return float(max(means))
