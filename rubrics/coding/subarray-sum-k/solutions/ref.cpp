#include <unordered_map>
#include <vector>

long long count_blocks(const std::vector<int>& nums, int k) {
    std::unordered_map<long long, long long> seen;  // how often each earlier running total occurred
    seen.reserve(nums.size() + 1);
    seen[0] = 1;
    long long total = 0;
    long long answer = 0;
    for (const int x : nums) {
        total += x;
        if (const auto earlier = seen.find(total - k); earlier != seen.end()) answer += earlier->second;
        ++seen[total];
    }
    return answer;
}
