// Keys of an object are text, and 0 counts as "not there".
const pair_with_target = (nums, target) => {
    const firstAt = {};
    for (let i = 0; i < nums.length; ++i) {
        if (firstAt[target - nums[i]]) return [firstAt[target - nums[i]], i];
        firstAt[nums[i]] = i;
    }
    return [];
};
