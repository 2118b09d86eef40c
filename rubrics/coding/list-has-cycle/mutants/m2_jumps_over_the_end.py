def list_has_cycle(head):
    slow = fast = head
    while fast:
        slow = slow.next
        fast = fast.next.next               # fails on the last note of an odd chain
        if slow is fast and slow:
            return True
    return False
