#include <cstddef>
#include <vector>

std::vector<int> next_warmer_day(const std::vector<int>& t) {
    std::vector<int> wait(t.size(), 0);
    std::vector<std::size_t> waiting;  // days without an answer, their temperatures never rising
    for (std::size_t day = 0; day < t.size(); ++day) {
        while (!waiting.empty() && t[waiting.back()] < t[day]) {
            wait[waiting.back()] = static_cast<int>(day - waiting.back());
            waiting.pop_back();
        }
        waiting.push_back(day);
    }
    return wait;
}
