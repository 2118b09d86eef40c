def bst_validate(root):
    def keys(node):
        return [] if node is None else [node.val] + keys(node.left) + keys(node.right)

    def holds(node):                       # the rule, word by word
        if node is None:
            return True
        return (all(key < node.val for key in keys(node.left)) and all(key > node.val for key in keys(node.right))
                and holds(node.left) and holds(node.right))

    return holds(root)
