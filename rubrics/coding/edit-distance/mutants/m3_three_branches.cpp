#include <algorithm>
#include <cstddef>
#include <string>

static int solve(const std::string& a, const std::string& b, std::size_t i, std::size_t j) {
    if (i == a.size()) return static_cast<int>(b.size() - j);
    if (j == b.size()) return static_cast<int>(a.size() - i);
    if (a[i] == b[j]) return solve(a, b, i + 1, j + 1);
    return 1 + std::min({solve(a, b, i + 1, j), solve(a, b, i, j + 1), solve(a, b, i + 1, j + 1)});
}

int edit_distance(const std::string& a, const std::string& b) { return solve(a, b, 0, 0); }
