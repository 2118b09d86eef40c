// Spelling rules by suffix, and a banded edit distance.
#include "evaluators/text/spelling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

namespace evaluators {
namespace {

constexpr std::size_t kOneEditFrom = 5;
constexpr std::size_t kTwoEditsFrom = 9;
constexpr std::size_t kLongestCompared = 32;  // letters; what is longer is no word

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kSuffixes = {
    {{"isation", "ization"},
     {"isations", "izations"},
     {"ising", "izing"},
     {"ised", "ized"},
     {"ise", "ize"},
     {"ises", "izes"},
     {"yse", "yze"},
     {"ysed", "yzed"},
     {"iour", "ior"},
     {"iours", "iors"},
     {"bour", "bor"},
     {"bours", "bors"},
     {"elling", "eling"},
     {"elled", "eled"},
     {"entre", "enter"},
     {"entres", "enters"}}};

bool IsLetters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::uint32_t LetterSet(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= 1u << (static_cast<unsigned char>(c) & 31);
  return letters;
}

}  // namespace

std::string CommonSpelling(std::string word) {
  if (word.size() < 6) return word;
  for (const auto& [british, american] : kSuffixes) {
    if (!word.ends_with(british)) continue;
    word.replace(word.size() - british.size(), british.size(), american);
    break;
  }
  return word;
}

std::size_t EditDistance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  if (b.size() > kLongestCompared) return a == b ? 0 : limit + 1;
  using Row = std::array<std::size_t, kLongestCompared + 1>;
  Row rows[3];
  Row *before = &rows[0], *previous = &rows[1], *row = &rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) (*previous)[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    (*row)[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      (*row)[j] = std::min({(*previous)[j] + 1, (*row)[j - 1] + 1, (*previous)[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        (*row)[j] = std::min((*row)[j], (*before)[j - 2] + 1);
      }
      best = std::min(best, (*row)[j]);
    }
    if (best > limit) return limit + 1;
    std::swap(before, previous);
    std::swap(previous, row);
  }
  return std::min((*previous)[b.size()], limit + 1);
}

bool IsMisspelling(std::string_view word, std::string_view meant) {
  if (meant.size() < kOneEditFrom || word.size() + 1 < kOneEditFrom || word[0] != meant[0])
    return false;
  const std::size_t limit = meant.size() >= kTwoEditsFrom ? 2 : 1;
  if (word.size() > meant.size() + limit || meant.size() > word.size() + limit) return false;
  // One edit changes at most two letters of the set.
  const auto different =
      static_cast<std::size_t>(std::popcount(LetterSet(word) ^ LetterSet(meant)));
  if (different > 2 * limit) return false;
  return EditDistance(word, meant, limit) <= limit && IsLetters(word) && IsLetters(meant);
}

}  // namespace evaluators
