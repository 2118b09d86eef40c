#include <algorithm>
#include <cstddef>
#include <vector>

int fewest_coins(const std::vector<int>& coins, int amount) {
    const int out_of_reach = amount + 1;  // more tokens than any choice has
    const auto last = static_cast<std::size_t>(amount);
    std::vector<int> fewest(last + 1, out_of_reach);
    fewest[0] = 0;
    for (const int coin : coins) {
        const auto value = static_cast<std::size_t>(coin);
        for (std::size_t total = value; total <= last; ++total) {
            fewest[total] = std::min(fewest[total], fewest[total - value] + 1);
        }
    }
    return fewest[last] == out_of_reach ? -1 : fewest[last];
}
