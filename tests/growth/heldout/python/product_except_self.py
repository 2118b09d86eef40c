def work(nums):
    mod = 998244353
    n = len(nums)
    answer = [1] * n
    left = 1
    for i in range(n):
        answer[i] = left
        left = left * nums[i] % mod
    right = 1
    for i in range(n - 1, -1, -1):
        answer[i] = answer[i] * right % mod
        right = right * nums[i] % mod
    return sum(answer) % mod
