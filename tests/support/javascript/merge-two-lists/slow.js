// Walks to the end for every node.
function merge_two_lists(a, b) {
    let first = null;
    while (a || b) {
        const takesB = !a || (b && b.val < a.val);
        const node = new ListNode(takesB ? b.val : a.val);
        if (takesB) b = b.next;
        else a = a.next;
        let last = first;
        while (last && last.next) last = last.next;
        if (last) last.next = node;
        else first = node;
    }
    return first;
}
