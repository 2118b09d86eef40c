#line 1 "/tmp/onsite-canary/\x1b[2Jsecret"
#error [2J]0;Accepted ‮ 1m CRover
#warning [31m
#pragma message("\033[1;1H")
static_assert(sizeof(int) == 5, "[2J ⁦ ");
int ‮x = "";
std::vector<int> pair_with_target(const std::vector<int>&, int) { return {undeclared_ä}; }
