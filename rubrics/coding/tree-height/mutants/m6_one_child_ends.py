def tree_height(root):                     # does not look behind a node with a single child
    if root is None:
        return 0
    if root.left is None or root.right is None:
        return 1
    return 1 + max(tree_height(root.left), tree_height(root.right))
