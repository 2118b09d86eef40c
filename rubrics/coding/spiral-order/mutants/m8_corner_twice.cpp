#include <vector>

std::vector<int> spiral_order(const std::vector<std::vector<int>>& m) {
    std::vector<int> path;
    auto top = 0U, left = 0U;
    auto bottom = static_cast<unsigned>(m.size()), right = static_cast<unsigned>(m[0].size());
    while (top < bottom && left < right) {
        for (auto x = left; x < right; ++x) path.push_back(m[top][x]);
        for (auto y = top + 1; y < bottom; ++y) path.push_back(m[y][right - 1]);
        if (bottom - top > 1) {
            for (auto x = right - 1; x > left; --x) path.push_back(m[bottom - 1][x - 1]);
        }
        if (right - left > 1) {
            for (auto y = bottom; y > top + 1; --y) path.push_back(m[y - 1][left]);  // begins in the corner again
        }
        ++top, ++left, --bottom, --right;
    }
    return path;
}
