// All rows again for every job.
function course_order(n, pre) {
    const order = [];
    const isPlaced = new Array(n).fill(false);
    while (order.length < n) {
        const next = isPlaced.findIndex(
            (placed, job) => !placed && pre.filter((row) => row[0] === job).every((row) => isPlaced[row[1]]));
        if (next < 0) return [];
        isPlaced[next] = true;
        order.push(next);
    }
    return order;
}
