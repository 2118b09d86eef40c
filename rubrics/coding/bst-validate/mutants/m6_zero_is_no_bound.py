def bst_validate(root):                    # tests the bounds for truth
    def within(node, low, high):
        if node is None:
            return True
        if (low and node.val <= low) or (high and node.val >= high):
            return False
        return within(node.left, low, node.val) and within(node.right, node.val, high)

    return within(root, None, None)
