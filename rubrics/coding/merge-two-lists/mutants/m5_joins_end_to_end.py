def merge_two_lists(a, b):                 # compares the two heads once and joins the chains whole
    if a is None or b is None:
        return a or b
    first, second = (a, b) if a.val <= b.val else (b, a)
    end = first
    while end.next:
        end = end.next
    end.next = second
    return first
