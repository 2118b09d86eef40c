def reverse_list(head):                    # cuts the last node off again and again: quadratic
    if head is None:
        return None
    first = last = None
    while head.next:
        before = head
        while before.next.next:
            before = before.next
        node, before.next = before.next, None
        if first is None:
            first = last = node
        else:
            last.next = node
            last = node
    if first is None:
        return head
    last.next = head
    return first
