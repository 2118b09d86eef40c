def bst_validate(root):                    # looks at direct children only
    if root is None:
        return True
    if root.left and root.left.val >= root.val:
        return False
    if root.right and root.right.val <= root.val:
        return False
    return bst_validate(root.left) and bst_validate(root.right)
