#include <algorithm>
#include <numeric>
#include <vector>

std::vector<int> pair_with_target(const std::vector<int>& nums, int target) {
    std::vector<int> order(nums.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) { return nums[a] < nums[b]; });
    std::size_t low = 0, high = order.size() - 1;
    while (low < high) {
        const long long total = static_cast<long long>(nums[order[low]]) + nums[order[high]];
        if (total == target) return {std::min(order[low], order[high]), std::max(order[low], order[high])};
        if (total < target) ++low; else --high;
    }
    return {};
}
