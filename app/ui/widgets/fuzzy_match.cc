// Scoring of subsequences.
#include "app/ui/widgets/fuzzy_match.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace app {
namespace {

constexpr int kLetter = 4, kWordStart = 12, kBeside = 8, kNone = -1;

char Lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool StartsWord(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const auto letter = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
  };
  return letter(text[at]) && !letter(text[at - 1]);
}

}  // namespace

std::optional<int> FuzzyMatch(std::string_view query, std::string_view text) {
  // best[i]: the highest score of the letters so far, the last of them at text[i].
  std::vector<int> best(text.size(), kNone);
  bool first = true;
  for (const char typed : query) {
    if (typed == ' ') continue;
    std::vector<int> next(text.size(), kNone);
    int before = kNone;  // the best of best[0 .. i-2]
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i >= 2) before = std::max(before, best[i - 2]);
      if (Lower(text[i]) != Lower(typed)) continue;
      const int gain = StartsWord(text, i) ? kWordStart : kLetter;
      int score = first ? gain : kNone;
      if (!first && before != kNone) score = before + gain;
      if (!first && i >= 1 && best[i - 1] != kNone) {
        score = std::max(score, best[i - 1] + std::max(gain, kBeside));
      }
      next[i] = score;
    }
    best = std::move(next);
    first = false;
  }
  if (first) return 0;
  const auto top = std::max_element(best.begin(), best.end());
  if (top == best.end() || *top == kNone) return std::nullopt;
  return *top - static_cast<int>(text.size()) / 16;
}

}  // namespace app
