#include <functional>
#include <queue>
#include <vector>

int kth_largest(const std::vector<int>& nums, int k) {
    std::priority_queue<int, std::vector<int>, std::greater<int>> best;
    for (int value : nums) {
        if (static_cast<int>(best.size()) < k) {
            best.push(value);
        } else if (value > best.top()) {
            best.pop();
            best.push(value);
        }
    }
    return best.top();
}
