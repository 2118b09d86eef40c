#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

int edit_distance(const std::string& a, const std::string& b) {
    const std::string& across = a.size() < b.size() ? a : b;  // the row runs over the shorter label
    const std::string& down = a.size() < b.size() ? b : a;
    std::vector<int> row(across.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const char x : down) {
        int diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (x == across[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}
