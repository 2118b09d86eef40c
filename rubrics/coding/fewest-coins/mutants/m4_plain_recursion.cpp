#include <algorithm>
#include <vector>

static int solve(const std::vector<int>& coins, int amount) {
    if (amount == 0) return 0;
    int best = -1;
    for (const int coin : coins) {
        if (coin > amount) continue;
        const int rest = solve(coins, amount - coin);           // the same rests again and again
        if (rest >= 0 && (best < 0 || rest + 1 < best)) best = rest + 1;
    }
    return best;
}

int fewest_coins(const std::vector<int>& coins, int amount) { return solve(coins, amount); }
