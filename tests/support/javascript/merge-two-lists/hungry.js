// Keeps every state of the merged list.
function merge_two_lists(a, b) {
    const states = [[]];
    while (a || b) {
        const takesB = !a || (b && b.val < a.val);
        states.push([...states[states.length - 1], takesB ? b.val : a.val]);
        if (takesB) b = b.next;
        else a = a.next;
    }
    return states.pop().reduceRight((next, val) => new ListNode(val, next), null);
}
