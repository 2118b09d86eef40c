def tree_height(root):                     # walks down one side only
    height = 0
    while root:
        height += 1
        root = root.left or root.right
    return height
