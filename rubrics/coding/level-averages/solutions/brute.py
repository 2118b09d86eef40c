from fractions import Fraction


def level_averages(root):
    def at(node, depth):                   # all readings that lie depth steps below the node
        if node is None:
            return []
        if depth == 0:
            return [node.val]
        return at(node.left, depth - 1) + at(node.right, depth - 1)

    means = []
    while at(root, len(means)):
        readings = at(root, len(means))
        means.append(float(sum(map(Fraction, readings)) / len(readings)))
    return means
