def bst_validate(root):                    # the keys in order may repeat
    way, node, previous = [], root, None
    while way or node:
        while node:
            way.append(node)
            node = node.left
        node = way.pop()
        if previous is not None and node.val < previous:
            return False
        previous = node.val
        node = node.right
    return True
