def tree_height(root):
    level = [root] if root else []
    height = 0
    while level:
        height += 1
        level = [child for node in level for child in (node.left, node.right) if child]
    return height
