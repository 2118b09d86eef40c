#include <cstddef>
#include <vector>

std::vector<int> course_order(int n, const std::vector<std::vector<int>>& pre) {
    const auto count = static_cast<std::size_t>(n);
    std::vector<std::vector<int>> waiting(count);  // waiting[x]: the jobs that need x, once per row
    std::vector<int> unmet(count, 0);
    for (const std::vector<int>& row : pre) {
        waiting[static_cast<std::size_t>(row[1])].push_back(row[0]);
        ++unmet[static_cast<std::size_t>(row[0])];
    }
    std::vector<int> order;
    order.reserve(count);
    for (int job = 0; job < n; ++job) {
        if (unmet[static_cast<std::size_t>(job)] == 0) order.push_back(job);
    }
    for (std::size_t next = 0; next < order.size(); ++next) {  // the part from next on is the queue
        for (const int job : waiting[static_cast<std::size_t>(order[next])]) {
            if (--unmet[static_cast<std::size_t>(job)] == 0) order.push_back(job);
        }
    }
    return order.size() == count ? order : std::vector<int>{};
}
