def tree_height(root):                     # one call to compare and one more to answer
    if root is None:
        return 0
    if tree_height(root.left) > tree_height(root.right):
        return 1 + tree_height(root.left)
    return 1 + tree_height(root.right)
