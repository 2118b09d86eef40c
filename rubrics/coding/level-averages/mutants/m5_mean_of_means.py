def level_averages(root):                  # merges the answers of both sides without their counts
    if root is None:
        return []
    left, right = level_averages(root.left), level_averages(root.right)
    if len(left) < len(right):
        left, right = right, left
    for depth, value in enumerate(right):
        left[depth] = (left[depth] + value) / 2
    return [float(root.val)] + left
