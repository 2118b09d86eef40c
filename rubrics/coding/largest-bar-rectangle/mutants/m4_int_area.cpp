#include <algorithm>
#include <vector>

long long largest_bar_rectangle(const std::vector<int>& h) {
    const int n = static_cast<int>(h.size());
    long long best = 0;
    std::vector<int> rising;
    for (int i = 0; i <= n; ++i) {
        const int height = i < n ? h[i] : 0;
        while (!rising.empty() && h[rising.back()] >= height) {
            const unsigned top = static_cast<unsigned>(h[rising.back()]);
            rising.pop_back();
            const int left = rising.empty() ? -1 : rising.back();
            const unsigned width = static_cast<unsigned>(i - left - 1);
            const int area = static_cast<int>(top * width);  // keeps 32 bits only
            best = std::max(best, static_cast<long long>(area));
        }
        rising.push_back(i);
    }
    return best;
}
