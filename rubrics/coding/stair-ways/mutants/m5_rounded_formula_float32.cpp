#include <cmath>

int stair_ways(int n) {  // the ratio of neighbours, in 24 bits
    const float root = std::sqrt(5.0F);
    float power = 1.0F;
    for (int i = 0; i <= n; ++i) power *= (1.0F + root) / 2.0F;
    return static_cast<int>(std::lround(power / root));
}
