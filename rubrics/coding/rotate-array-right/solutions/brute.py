def rotate_right(nums, k):
    n = len(nums)
    moved = [None] * n
    for slot, box in enumerate(nums):
        moved[(slot + k) % n] = box
    nums[:] = moved
