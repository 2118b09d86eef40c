def bst_validate(root):                    # a turn to the left forgets the lower limit
    def within(node, low, high):
        if node is None:
            return True
        if (low is not None and node.val <= low) or (high is not None and node.val >= high):
            return False
        return within(node.left, None, node.val) and within(node.right, node.val, high)

    return within(root, None, None)
