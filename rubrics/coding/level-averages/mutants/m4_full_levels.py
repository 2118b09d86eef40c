def level_averages(root):                  # gaps count as zeros
    means, level = [], [root]
    while level:
        means.append(sum(node.val for node in level) / 2 ** len(means))
        level = [child for node in level for child in (node.left, node.right) if child]
    return means
