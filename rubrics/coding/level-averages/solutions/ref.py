def level_averages(root):
    means = []
    level = [root]
    while level:
        means.append(sum(node.val for node in level) / len(level))
        level = [child for node in level for child in (node.left, node.right) if child]
    return means
