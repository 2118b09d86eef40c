function course_order(n, pre) {
    const waiting = Array.from({ length: n }, () => []);
    const unmet = new Int32Array(n);
    for (const [job, needs] of pre) {
        waiting[needs].push(job);
        ++unmet[job];
    }
    const order = [];
    for (let job = 0; job < n; ++job) if (unmet[job] === 0) order.push(job);
    for (const done of order) {
        for (const job of waiting[done]) if (--unmet[job] === 0) order.push(job);
    }
    return order.length === n ? order : [];
}
