function rotate_right(nums, k) {
    const reverse = (lo, hi) => {
        for (; lo < hi; ++lo, --hi) [nums[lo], nums[hi]] = [nums[hi], nums[lo]];
    };
    k %= nums.length;
    reverse(0, nums.length - 1);
    reverse(0, k - 1);
    reverse(k, nums.length - 1);
}
