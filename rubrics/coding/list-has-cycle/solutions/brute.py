def list_has_cycle(head):
    met = set()
    while head is not None:
        if id(head) in met:
            return True
        met.add(id(head))
        head = head.next
    return False
