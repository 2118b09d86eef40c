#include <cstddef>
#include <vector>

std::vector<int> spiral_order(const std::vector<std::vector<int>>& m) {
    std::size_t top = 0;
    std::size_t left = 0;
    std::size_t bottom = m.size();  // one behind the last row and column
    std::size_t right = m[0].size();
    std::vector<int> path;
    while (top < bottom && left < right) {
        for (std::size_t x = left; x < right; ++x) path.push_back(m[top][x]);
        for (std::size_t y = top + 1; y < bottom; ++y) path.push_back(m[y][right - 1]);
        if (bottom - top > 1) {
            for (std::size_t x = right - 1; x > left; --x) path.push_back(m[bottom - 1][x - 1]);
        }
        if (right - left > 1) {
            for (std::size_t y = bottom - 1; y > top + 1; --y) path.push_back(m[y - 1][left]);
        }
        ++top;
        ++left;
        --bottom;
        --right;
    }
    return path;
}
