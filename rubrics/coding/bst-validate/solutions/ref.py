def bst_validate(root):
    open_nodes = [(root, None, None)]
    while open_nodes:
        node, low, high = open_nodes.pop()
        if (low is not None and node.val <= low) or (high is not None and node.val >= high):
            return False
        if node.left:
            open_nodes.append((node.left, low, node.val))
        if node.right:
            open_nodes.append((node.right, node.val, high))
    return True
