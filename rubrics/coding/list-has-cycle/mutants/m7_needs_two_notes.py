def list_has_cycle(head):
    slow, fast = head, head and head.next
    while fast and fast.next:
        if fast is fast.next:
            return False
        if slow is fast:
            return True
        slow = slow.next
        fast = fast.next.next
    return False
