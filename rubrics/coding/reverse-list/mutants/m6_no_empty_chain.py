def reverse_list(head):                    # asks the first node for its link before looking whether it exists
    node, head.next = head.next, None
    while node:
        following = node.next
        node.next = head
        head, node = node, following
    return head
