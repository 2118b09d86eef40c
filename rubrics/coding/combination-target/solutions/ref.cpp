#include <algorithm>
#include <utility>
#include <vector>

class Search {
public:
    explicit Search(std::vector<int> sizes) : sizes_(std::move(sizes)) { std::sort(sizes_.begin(), sizes_.end()); }

    void Run(size_t start, int missing) {
        if (missing == 0) {
            found.push_back(taken_);
            return;
        }
        for (size_t i = start; i < sizes_.size() && sizes_[i] <= missing; ++i) {
            taken_.push_back(sizes_[i]);
            Run(i, missing - sizes_[i]);
            taken_.pop_back();
        }
    }

    std::vector<std::vector<int>> found;

private:
    std::vector<int> sizes_, taken_;
};

std::vector<std::vector<int>> combination_target(const std::vector<int>& cand, int target) {
    Search search(cand);
    search.Run(0, target);
    return search.found;
}
