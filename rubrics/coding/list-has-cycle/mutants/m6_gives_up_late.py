def list_has_cycle(head):
    for _ in range(10_000):
        if head is None:
            return False
        head = head.next
    return True
