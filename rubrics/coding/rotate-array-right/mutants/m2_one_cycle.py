def rotate_right(nums, k):                 # follows the cycle of slot 0 and stops when it closes
    n = len(nums)
    k %= n
    slot, carried = 0, nums[0]
    while True:
        slot = (slot + k) % n
        nums[slot], carried = carried, nums[slot]
        if slot == 0:
            return
