def reverse_list(head):
    values = []
    while head:
        values.append(head.val)
        head = head.next
    turned = None
    for value in values:                   # hangs each value in front of a chain of new nodes
        turned = ListNode(value, turned)
    return turned
