function merge_two_lists(a, b) {
    const beforeFirst = new ListNode();
    let last = beforeFirst;
    while (a && b) {
        if (b.val < a.val) [last.next, b] = [b, b.next];
        else [last.next, a] = [a, a.next];
        last = last.next;
    }
    last.next = a ?? b;
    return beforeFirst.next;
}
