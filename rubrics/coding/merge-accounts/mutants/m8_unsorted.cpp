#include <cstddef>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

static std::size_t root(const std::vector<std::size_t>& parent, std::size_t card) {
    while (parent[card] != card) card = parent[card];
    return card;
}

std::vector<std::vector<std::string>> merge_accounts(const std::vector<std::vector<std::string>>& accts) {
    std::vector<std::size_t> parent(accts.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t card = 0; card < accts.size(); ++card) {
        for (std::size_t i = 1; i < accts[card].size(); ++i) {
            const std::size_t mine = root(parent, card);
            parent[mine] = root(parent, first.try_emplace(accts[card][i], card).first->second);
        }
    }
    std::map<std::size_t, std::vector<std::string>> people;
    std::set<std::string> written;
    for (std::size_t card = 0; card < accts.size(); ++card) {
        std::vector<std::string>& person = people[root(parent, card)];
        if (person.empty()) person.push_back(accts[card][0]);
        for (std::size_t i = 1; i < accts[card].size(); ++i) {
            if (written.insert(accts[card][i]).second) person.push_back(accts[card][i]);
        }
    }
    std::vector<std::vector<std::string>> merged;
    for (const auto& [card, person] : people) merged.push_back(person);
    return merged;
}
