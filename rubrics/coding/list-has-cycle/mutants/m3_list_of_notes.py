def list_has_cycle(head):
    seen = []
    while head:
        if any(head is note for note in seen):
            return True
        seen.append(head)
        head = head.next
    return False
