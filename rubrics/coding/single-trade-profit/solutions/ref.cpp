#include <algorithm>
#include <vector>

int single_trade_profit(const std::vector<int>& prices) {
    int lowest = prices.front();
    int best = 0;
    for (const int price : prices) {
        best = std::max(best, price - lowest);
        lowest = std::min(lowest, price);
    }
    return best;
}
