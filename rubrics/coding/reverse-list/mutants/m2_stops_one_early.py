def reverse_list(head):                    # leaves the last node out
    if head is None or head.next is None:
        return head
    finished = None
    while head.next:
        following = head.next
        head.next = finished
        finished, head = head, following
    return finished
