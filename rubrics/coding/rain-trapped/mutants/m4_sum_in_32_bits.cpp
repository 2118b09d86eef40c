#include <algorithm>
#include <cstddef>
#include <vector>

long long rain_trapped(const std::vector<int>& h) {
    std::vector<int> right(h.size());
    int highest = 0;
    for (std::size_t i = h.size(); i-- > 0;) right[i] = highest = std::max(highest, h[i]);
    unsigned held = 0;
    highest = 0;
    for (std::size_t i = 0; i < h.size(); ++i) {
        highest = std::max(highest, h[i]);
        held += static_cast<unsigned>(std::min(highest, right[i]) - h[i]);
    }
    return static_cast<int>(held);
}
