#include <algorithm>
#include <cstddef>
#include <vector>

double best_window_average(const std::vector<int>& nums, int k) {
    const std::size_t length = static_cast<std::size_t>(k);
    long long total = 0;
    for (std::size_t i = 0; i < length; ++i) total += nums[i];
    long long best = total;
    for (std::size_t i = length; i < nums.size(); ++i) {
        total += nums[i];
        total -= nums[i - length];
        best = std::max(best, total);
    }
    return static_cast<double>(best) / k;
}
