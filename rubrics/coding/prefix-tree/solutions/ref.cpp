#include <map>
#include <string>
#include <vector>

class PrefixTree {
public:
    PrefixTree() : nodes_(1) {}

    void add(const std::string& w) {
        int at = 0;
        for (char letter : w) {
            const auto found = nodes_[at].children.find(letter);
            if (found != nodes_[at].children.end()) {
                at = found->second;
                continue;
            }
            const int fresh = static_cast<int>(nodes_.size());
            nodes_[at].children[letter] = fresh;
            nodes_.emplace_back();
            at = fresh;
        }
        nodes_[at].end = true;
    }

    bool has(const std::string& w) {
        const int at = Walk(w);
        return at >= 0 && nodes_[at].end;
    }

    bool has_prefix(const std::string& p) { return p.empty() ? nodes_.size() > 1 : Walk(p) >= 0; }

private:
    struct Node {
        std::map<char, int> children;
        bool end = false;
    };

    int Walk(const std::string& text) const {
        int at = 0;
        for (char letter : text) {
            const auto found = nodes_[at].children.find(letter);
            if (found == nodes_[at].children.end()) return -1;
            at = found->second;
        }
        return at;
    }

    std::vector<Node> nodes_;
};
