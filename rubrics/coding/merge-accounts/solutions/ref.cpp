#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

static std::size_t root(std::vector<std::size_t>& parent, std::size_t card) {
    while (parent[card] != card) {
        parent[card] = parent[parent[card]];
        card = parent[card];
    }
    return card;
}

std::vector<std::vector<std::string>> merge_accounts(const std::vector<std::vector<std::string>>& accts) {
    std::vector<std::size_t> parent(accts.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    std::unordered_map<std::string, std::size_t> first;  // the first card of every address
    for (std::size_t card = 0; card < accts.size(); ++card) {
        for (std::size_t i = 1; i < accts[card].size(); ++i) {
            const std::size_t other = first.try_emplace(accts[card][i], card).first->second;
            const std::size_t mine = root(parent, card);
            parent[mine] = root(parent, other);
        }
    }
    std::map<std::size_t, std::vector<std::string>> people;
    for (const auto& [address, card] : first) people[root(parent, card)].push_back(address);
    std::vector<std::vector<std::string>> merged;
    for (auto& [card, addresses] : people) {
        std::sort(addresses.begin(), addresses.end());
        addresses.insert(addresses.begin(), accts[card][0]);
        merged.push_back(addresses);
    }
    return merged;
}
