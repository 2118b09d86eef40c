// Every pair, in no hurry.
function pair_with_target(nums, target) {
    for (const a in nums) {
        for (const b in nums) {
            if (Number(a) < Number(b) && nums[a] + nums[b] === target) return [Number(a), Number(b)];
        }
    }
    return [];
}
