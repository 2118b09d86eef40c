def merge_two_lists(a, b):                 # picks the first node before asking whether there is one
    if a.val <= b.val:
        first, a = a, a.next
    else:
        first, b = b, b.next
    last = first
    while a and b:
        if b.val < a.val:
            last.next, b = b, b.next
        else:
            last.next, a = a, a.next
        last = last.next
    last.next = a or b
    return first
