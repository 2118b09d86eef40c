def work(nums):
    n = len(nums)
    product = [1] * (1 << n)
    for mask in range(1, 1 << n):
        low = mask & -mask
        product[mask] = product[mask ^ low] * nums[low.bit_length() - 1] % 1000003
    return sum(product)
