class TreeNode:
    def __init__(self, val, left, right):
        self.val = val
        self.left = left
        self.right = right


def build(nums, lo, hi):
    if lo >= hi:
        return None
    mid = (lo + hi) // 2
    return TreeNode(nums[mid], build(nums, lo, mid), build(nums, mid + 1, hi))


def depth_sum(node, depth):
    if node is None:
        return 0
    return depth + depth_sum(node.left, depth + 1) + depth_sum(node.right, depth + 1)


def work(nums):
    return depth_sum(build(nums, 0, len(nums)), 1)
