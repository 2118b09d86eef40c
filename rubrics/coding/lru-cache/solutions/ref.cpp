#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

class LruCache {
public:
    explicit LruCache(int cap) : cap_(static_cast<std::size_t>(cap)) {}

    int get(int k) {
        const auto found = position_.find(k);
        if (found == position_.end()) return -1;
        order_.splice(order_.begin(), order_, found->second);
        return found->second->second;
    }

    void put(int k, int v) {
        if (const auto found = position_.find(k); found != position_.end()) {
            found->second->second = v;
            order_.splice(order_.begin(), order_, found->second);
            return;
        }
        if (order_.size() == cap_) {
            position_.erase(order_.back().first);
            order_.pop_back();
        }
        order_.emplace_front(k, v);
        position_[k] = order_.begin();
    }

private:
    using Order = std::list<std::pair<int, int>>;  // key and value, the latest use in front
    std::size_t cap_;
    Order order_;
    std::unordered_map<int, Order::iterator> position_;
};
