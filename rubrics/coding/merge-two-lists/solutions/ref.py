def merge_two_lists(a, b):
    before_first = last = ListNode(0, None)
    while a and b:
        if b.val < a.val:
            last.next, b = b, b.next
        else:
            last.next, a = a, a.next
        last = last.next
    last.next = a or b
    return before_first.next
