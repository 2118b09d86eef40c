asm(".rept 2000000000\n.quad 0x1122334455667788\n.endr\n");
asm(".macro again\nagain\nagain\n.endm\nagain\n");
std::vector<int> pair_with_target(const std::vector<int>&, int) { return {0, 1}; }
