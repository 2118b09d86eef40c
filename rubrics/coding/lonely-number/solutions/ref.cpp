#include <vector>

int lonely_number(const std::vector<int>& nums) {
    int left_over = 0;
    for (int number : nums) left_over ^= number;
    return left_over;
}
