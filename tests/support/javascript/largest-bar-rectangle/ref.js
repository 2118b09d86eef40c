function largest_bar_rectangle(h) {
    let best = 0;
    const rising = []; // indices of planks with no lower plank after them yet
    for (let i = 0; i <= h.length; ++i) {
        const height = h[i] ?? 0;
        while (rising.length > 0 && h[rising[rising.length - 1]] >= height) {
            const top = h[rising.pop()];
            const left = rising.length > 0 ? rising[rising.length - 1] : -1;
            best = Math.max(best, top * (i - left - 1));
        }
        rising.push(i);
    }
    return best;
}
