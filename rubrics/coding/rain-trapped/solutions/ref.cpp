#include <algorithm>
#include <cstddef>
#include <vector>

long long rain_trapped(const std::vector<int>& h) {
    std::size_t left = 0;
    std::size_t right = h.size() - 1;
    int highest_left = 0;
    int highest_right = 0;
    long long held = 0;
    while (left < right) {
        if (h[left] < h[right]) {  // something on the right is higher than all seen on the left
            highest_left = std::max(highest_left, h[left]);
            held += highest_left - h[left++];
        } else {
            highest_right = std::max(highest_right, h[right]);
            held += highest_right - h[right--];
        }
    }
    return held;
}
