from collections import deque


def rotate_right(nums, k):
    turned = deque(nums)
    turned.rotate(k)
    nums[:] = turned
