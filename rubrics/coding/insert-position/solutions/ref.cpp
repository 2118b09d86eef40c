#include <cstddef>
#include <vector>

int insert_position(const std::vector<int>& nums, int target) {
    std::size_t lo = 0;
    std::size_t hi = nums.size();  // all before lo are below the target, none from hi on
    while (lo < hi) {
        const std::size_t mid = lo + (hi - lo) / 2;
        if (nums[mid] < target) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return static_cast<int>(lo);
}
