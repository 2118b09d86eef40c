// Bitwise operators cut an area to 32 bits.
function largest_bar_rectangle(h) {
    let best = 0;
    for (let i = 0; i < h.length; ++i) {
        let lo = i;
        let hi = i;
        while (lo > 0 && h[lo - 1] >= h[i]) --lo;
        while (hi + 1 < h.length && h[hi + 1] >= h[i]) ++hi;
        if (hi - lo > 3000) break;
        best = Math.max(best, (h[i] * (hi - lo + 1)) | 0);
    }
    return best;
}
