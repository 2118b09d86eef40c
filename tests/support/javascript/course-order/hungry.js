// A table of who needs whom.
function course_order(n, pre) {
    const needs = Array.from({ length: n }, () => new Array(n).fill(0));
    for (const [job, before] of pre) needs[job][before] = 1;
    const unmet = needs.map((row) => row.reduce((a, b) => a + b, 0));
    const order = [...unmet.keys()].filter((job) => unmet[job] === 0);
    for (const done of order) {
        for (let job = 0; job < n; ++job) if (needs[job][done] && --unmet[job] === 0) order.push(job);
    }
    return order.length === n ? order : [];
}
