#include <algorithm>
#include <vector>

std::vector<std::vector<int>> merge_bookings(const std::vector<std::vector<int>>& iv) {
    std::vector<std::vector<int>> sorted = iv;
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::vector<int>> periods;
    for (const std::vector<int>& booking : sorted) {
        if (booking[0] == booking[1]) continue;
        if (!periods.empty() && booking[0] <= periods.back()[1]) {
            periods.back()[1] = std::max(periods.back()[1], booking[1]);
        } else {
            periods.push_back(booking);
        }
    }
    return periods;
}
