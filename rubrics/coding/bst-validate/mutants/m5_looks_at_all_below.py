def bst_validate(root):                    # the smallest and largest key of each side, found anew at every node
    todo = [root]
    while todo:
        node = todo.pop()
        for side, sign in ((node.left, 1), (node.right, -1)):
            below = [side] if side else []
            todo += below
            while below:
                other = below.pop()
                if sign * other.val >= sign * node.val:
                    return False
                below += [child for child in (other.left, other.right) if child]
    return True
