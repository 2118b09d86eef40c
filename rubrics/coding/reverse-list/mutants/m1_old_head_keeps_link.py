def reverse_list(head):                    # starts behind the first node and never clears its link
    if head is None:
        return None
    finished, node = head, head.next
    while node:
        following = node.next
        node.next = finished
        finished, node = node, following
    return finished
