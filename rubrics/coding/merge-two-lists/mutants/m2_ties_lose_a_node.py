def merge_two_lists(a, b):                 # steps on in both chains when the heads are equal
    before_first = last = ListNode(0, None)
    while a and b:
        if a.val == b.val:
            last.next, a, b = a, a.next, b.next
        elif a.val < b.val:
            last.next, a = a, a.next
        else:
            last.next, b = b, b.next
        last = last.next
    last.next = a or b
    return before_first.next
