#include <algorithm>
#include <vector>

void Extend(const std::vector<int>& beads, size_t start, std::vector<int>& chosen, std::vector<std::vector<int>>& found) {
    found.push_back(chosen);
    for (size_t i = start; i < beads.size(); ++i) {
        if (i > start && beads[i] == beads[i - 1]) continue;  // its colour was tried at this level
        chosen.push_back(beads[i]);
        Extend(beads, i + 1, chosen, found);
        chosen.pop_back();
    }
}

std::vector<std::vector<int>> all_subsets_dup(const std::vector<int>& nums) {
    std::vector<int> beads = nums, chosen;
    std::sort(beads.begin(), beads.end());
    std::vector<std::vector<int>> found;
    Extend(beads, 0, chosen, found);
    return found;
}
