#include <unordered_map>
#include <vector>

std::vector<int> pair_with_target(const std::vector<int>& nums, int target) {
    std::unordered_map<long long, int> position_of;
    position_of.reserve(nums.size());
    for (int i = 0; i < static_cast<int>(nums.size()); ++i) {
        const long long missing = static_cast<long long>(target) - nums[i];
        if (const auto found = position_of.find(missing); found != position_of.end()) {
            return {found->second, i};
        }
        position_of[nums[i]] = i;
    }
    return {};
}
