def level_averages(root):                  # asks for the length of the queue while children join it
    means, queue = [], [root]
    at = 0
    while at < len(queue):
        total = count = 0
        while at < len(queue):
            node = queue[at]
            at += 1
            total += node.val
            count += 1
            queue += [child for child in (node.left, node.right) if child]
        means.append(total / count)
    return means
