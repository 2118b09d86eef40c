def level_averages(root):                  # one walk through the tree for each depth
    means = []
    while True:
        total = count = 0
        todo = [(root, 0)]
        while todo:
            node, depth = todo.pop()
            if depth == len(means):
                total += node.val
                count += 1
            else:
                todo += [(child, depth + 1) for child in (node.left, node.right) if child]
        if count == 0:
            return means
        means.append(total / count)
