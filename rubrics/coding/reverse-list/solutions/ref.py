def reverse_list(head):
    finished = None
    while head:
        following = head.next
        head.next = finished
        finished = head
        head = following
    return finished
