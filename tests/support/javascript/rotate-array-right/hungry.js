// A copy of the list for every step.
function rotate_right(nums, k) {
    const steps = [nums.slice()];
    for (let i = 0; i < k % nums.length; ++i) {
        const last = steps[i];
        steps.push([last[last.length - 1], ...last.slice(0, -1)]);
    }
    steps[steps.length - 1].forEach((value, i) => (nums[i] = value));
}
