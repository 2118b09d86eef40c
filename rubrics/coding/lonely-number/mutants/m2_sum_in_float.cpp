#include <unordered_set>
#include <vector>

int lonely_number(const std::vector<int>& nums) {  // twice the distinct sum minus the sum, with 24 bits of precision
    std::unordered_set<int> distinct(nums.begin(), nums.end());
    float twice = 0, sum = 0;
    for (int number : distinct) twice += 2.0f * static_cast<float>(number);
    for (int number : nums) sum += static_cast<float>(number);
    return static_cast<int>(static_cast<long long>(twice - sum));
}
