#include <unordered_map>
std::vector<int> pair_with_target(const std::vector<int>& nums, int target) {
    std::unordered_map<long long, int> seen;
    for (int i = 0; i < static_cast<int>(nums.size()); ++i) {
        const auto found = seen.find(static_cast<long long>(target) - nums[i]);
        if (found != seen.end()) return {found->second, i};
        seen[nums[i]] = i;
    }
    return {};
}
