// The lowest plank of every range, all of them kept.
function largest_bar_rectangle(h) {
    const lowest = h.map((_, lo) => {
        const row = new Float64Array(h.length - lo);
        row.reduce((low, _, i) => (row[i] = Math.min(low, h[lo + i])), Infinity);
        return row;
    });
    return lowest.reduce((best, row) => row.reduce((b, low, i) => Math.max(b, low * (i + 1)), best), 0);
}
