def tree_height(root):                     # a lone node gets 0
    if root is None or (root.left is None and root.right is None):
        return 0
    return 1 + max(tree_height(root.left), tree_height(root.right))
