#include <algorithm>
#include <vector>

int max_subarray(const std::vector<int>& nums) {
    int best = nums.front();
    int ending = 0;  // the best sum of a block that ends here
    for (const int x : nums) {
        ending = std::max(ending, 0) + x;
        best = std::max(best, ending);
    }
    return best;
}
