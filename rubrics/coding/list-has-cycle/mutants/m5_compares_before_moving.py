def list_has_cycle(head):
    slow = fast = head
    while fast and fast.next:
        if slow is fast:                    # true at the start
            return True
        slow = slow.next
        fast = fast.next.next
    return False
