#include <string>

bool bracket_balance(const std::string& s) {
    std::string expected;  // closers of the open regions, the latest at the back
    for (const char c : s) {
        switch (c) {
            case '(': expected.push_back(')'); break;
            case '[': expected.push_back(']'); break;
            case '{': expected.push_back('}'); break;
            default:
                if (expected.empty() || expected.back() != c) return false;
                expected.pop_back();
        }
    }
    return expected.empty();
}
