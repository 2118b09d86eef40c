// Sorts values as text.
function merge_two_lists(a, b) {
    const values = [];
    for (const head of [a, b]) for (let node = head; node; node = node.next) values.push(node.val);
    return values.sort().reduceRight((next, val) => new ListNode(val, next), null);
}
