// The caller's list stays as it was.
function rotate_right(nums, k) {
    nums = nums.slice(-k).concat(nums.slice(0, -k));
}
