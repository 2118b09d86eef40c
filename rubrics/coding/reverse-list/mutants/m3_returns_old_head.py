def reverse_list(head):                    # turns all links, then returns the node that is last now
    finished, node = None, head
    while node:
        following = node.next
        node.next = finished
        finished, node = node, following
    return head
