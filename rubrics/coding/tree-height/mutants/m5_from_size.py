def tree_height(root):                     # the height of the fullest tree with as many nodes
    count, todo = 0, [root]
    while todo:
        node = todo.pop()
        if node:
            count += 1
            todo += [node.left, node.right]
    return count.bit_length()
