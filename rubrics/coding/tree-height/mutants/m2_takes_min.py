def tree_height(root):                     # the smaller side
    if root is None:
        return 0
    return 1 + min(tree_height(root.left), tree_height(root.right))
