#include <vector>

int missing_number(const std::vector<int>& nums) {
    const int n = static_cast<int>(nums.size());
    int left_over = n;
    for (int i = 0; i < n; ++i) left_over ^= i ^ nums[i];
    return left_over;
}
