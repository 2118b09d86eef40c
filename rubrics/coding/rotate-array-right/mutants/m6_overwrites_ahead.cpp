#include <cstddef>
#include <vector>

// Copies forward over boxes that have yet to move.
void rotate_right(std::vector<int>& nums, int k) {
    const std::size_t n = nums.size();
    for (std::size_t i = 0; i < n; ++i) {
        nums[(i + static_cast<std::size_t>(k)) % n] = nums[i];
    }
}
