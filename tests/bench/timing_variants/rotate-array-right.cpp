#include <vector>

void rotate_right(std::vector<int>& nums, int k) {
    const std::size_t n = nums.size();
    if (n == 0) return;
    std::vector<int> turned(n);
    for (std::size_t i = 0; i < n; ++i) turned[(i + static_cast<std::size_t>(k)) % n] = nums[i];
    nums = turned;
}
