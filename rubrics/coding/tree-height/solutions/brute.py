def tree_height(root):
    lines = []                             # the length of every line that ends at a node without children

    def walk(node, line):
        line = line + [node]
        if node.left is None and node.right is None:
            lines.append(len(line))
        if node.left is not None:
            walk(node.left, line)
        if node.right is not None:
            walk(node.right, line)

    if root is not None:
        walk(root, [])
    return max(lines, default=0)
