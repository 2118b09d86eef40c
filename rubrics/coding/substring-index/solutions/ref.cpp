#include <cstddef>
#include <string>
#include <vector>

int substring_index(const std::string& text, const std::string& pat) {
    std::vector<std::size_t> border(pat.size());  // longest proper border of each prefix
    std::size_t length = 0;
    for (std::size_t i = 1; i < pat.size(); ++i) {
        while (length > 0 && pat[i] != pat[length]) length = border[length - 1];
        if (pat[i] == pat[length]) ++length;
        border[i] = length;
    }
    std::size_t matched = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (matched > 0 && text[i] != pat[matched]) matched = border[matched - 1];
        if (text[i] == pat[matched]) ++matched;
        if (matched == pat.size()) return static_cast<int>(i + 1 - matched);
    }
    return -1;
}
