// Reads the rows the wrong way round.
function course_order(n, pre) {
    const waiting = Array.from({ length: n }, () => []);
    const unmet = new Array(n).fill(0);
    for (const [job, needs] of pre) {
        waiting[job].push(needs);
        ++unmet[needs];
    }
    const order = [...unmet.keys()].filter((job) => unmet[job] === 0);
    for (const done of order) {
        for (const job of waiting[done]) if (--unmet[job] === 0) order.push(job);
    }
    return order.length === n ? order : [];
}
