// One step at a time, and every step moves all.
function rotate_right(nums, k) {
    for (; k > 0; --k) nums.unshift(nums.pop());
}
