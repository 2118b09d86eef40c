// The lowest plank of every range, found anew.
function largest_bar_rectangle(h) {
    let best = 0;
    for (let lo = 0; lo < h.length; ++lo) {
        let lowest = Infinity;
        for (let hi = lo; hi < h.length; ++hi) {
            lowest = [lowest, h[hi]].sort((a, b) => a - b)[0];
            best = Math.max(best, lowest * (hi - lo + 1));
        }
    }
    return best;
}
