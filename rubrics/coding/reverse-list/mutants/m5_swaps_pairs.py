def reverse_list(head):                    # swaps the values of neighbouring pairs
    node = head
    while node and node.next:
        node.val, node.next.val = node.next.val, node.val
        node = node.next.next
    return head
