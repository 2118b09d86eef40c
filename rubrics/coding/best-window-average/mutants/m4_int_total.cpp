#include <algorithm>
#include <cstddef>
#include <vector>

double best_window_average(const std::vector<int>& nums, int k) {
    const std::size_t length = static_cast<std::size_t>(k);
    unsigned total = 0;  // keeps 32 bits only
    for (std::size_t i = 0; i < length; ++i) total += static_cast<unsigned>(nums[i]);
    int best = static_cast<int>(total);
    for (std::size_t i = length; i < nums.size(); ++i) {
        total += static_cast<unsigned>(nums[i]) - static_cast<unsigned>(nums[i - length]);
        best = std::max(best, static_cast<int>(total));
    }
    return static_cast<double>(best) / k;
}
