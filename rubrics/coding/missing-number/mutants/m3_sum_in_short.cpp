#include <vector>

int missing_number(const std::vector<int>& nums) {  // n(n + 1) wraps around before it is halved
    const int n = static_cast<int>(nums.size());
    const short whole = static_cast<short>(n * (n + 1));
    int sum = 0;
    for (int value : nums) sum += value;
    return whole / 2 - sum;
}
