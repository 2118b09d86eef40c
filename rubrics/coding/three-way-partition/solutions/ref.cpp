#include <cstddef>
#include <utility>
#include <vector>

void three_way_partition(std::vector<int>& nums) {
    std::size_t low = 0;            // zeros before low
    std::size_t i = 0;              // ones from low up to i
    std::size_t end = nums.size();  // twos from end on
    while (i < end) {
        if (nums[i] == 0) {
            std::swap(nums[low++], nums[i++]);
        } else if (nums[i] == 1) {
            ++i;
        } else {
            std::swap(nums[i], nums[--end]);
        }
    }
}
