function pair_with_target(nums, target) {
    const firstAt = new Map();
    for (let i = 0; i < nums.length; ++i) {
        const partner = firstAt.get(target - nums[i]);
        if (partner !== undefined) return [partner, i];
        if (!firstAt.has(nums[i])) firstAt.set(nums[i], i);
    }
    return [];
}
