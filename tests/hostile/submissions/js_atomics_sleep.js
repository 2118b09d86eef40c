// Waits for a change of shared memory that never comes.
function pair_with_target(nums, target) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    return [0, 0];
}
