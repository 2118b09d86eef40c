def work(nums):
    n = len(nums)
    count = 0
    for i in range(n):
        for j in range(i + 1, n):
            for k in range(j + 1, n):
                a, b, c = abs(nums[i]), abs(nums[j]), abs(nums[k])
                if a + b > c and b + c > a and a + c > b:
                    count += 1
    return count
