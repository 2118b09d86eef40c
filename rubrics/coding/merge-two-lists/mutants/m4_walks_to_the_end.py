def merge_two_lists(a, b):                 # keeps no tail pointer: every append walks the whole result
    first = None
    while a or b:
        if b is None or (a and a.val <= b.val):
            node, a = a, a.next
        else:
            node, b = b, b.next
        node.next = None
        if first is None:
            first = node
        else:
            end = first
            while end.next:
                end = end.next
            end.next = node
    return first
