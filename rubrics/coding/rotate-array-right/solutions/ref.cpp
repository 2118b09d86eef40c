#include <algorithm>
#include <cstddef>
#include <vector>

void rotate_right(std::vector<int>& nums, int k) {
    const auto split = nums.begin() + static_cast<std::ptrdiff_t>(k % nums.size());
    std::reverse(nums.begin(), nums.end());  // the last k boxes are in front, both parts backwards
    std::reverse(nums.begin(), split);
    std::reverse(split, nums.end());
}
