def merge_two_lists(a, b):                 # stops when one chain ends and forgets the other
    before_first = last = ListNode(0, None)
    while a and b:
        if b.val < a.val:
            last.next = ListNode(b.val, None)
            b = b.next
        else:
            last.next = ListNode(a.val, None)
            a = a.next
        last = last.next
    return before_first.next
