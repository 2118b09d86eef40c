#include <algorithm>
#include <vector>

long long largest_bar_rectangle(const std::vector<int>& h) {
    const int n = static_cast<int>(h.size());
    long long best = 0;
    std::vector<int> rising;  // indices of planks with no lower plank after them yet
    for (int i = 0; i <= n; ++i) {
        const int height = i < n ? h[i] : 0;
        while (!rising.empty() && h[rising.back()] >= height) {
            const long long top = h[rising.back()];
            rising.pop_back();
            const int left = rising.empty() ? -1 : rising.back();
            best = std::max(best, top * (i - left - 1));
        }
        rising.push_back(i);
    }
    return best;
}
