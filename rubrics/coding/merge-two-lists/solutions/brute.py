def merge_two_lists(a, b):
    values = []
    for node in (a, b):
        while node:
            values.append(node.val)
            node = node.next
    head = None
    for value in sorted(values, reverse=True):
        head = ListNode(value, head)
    return head
