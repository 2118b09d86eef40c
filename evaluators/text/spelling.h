// British and American spelling, and how far apart two spellings are.
// Any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace evaluators {

// "normalisation" -> "normalization", "behaviour" -> "behavior", "labelling" -> "labeling". A word
// that merely looks British ("supervised") changes too, which does no harm where both sides are
// changed.
std::string CommonSpelling(std::string word);

// Insertions, deletions, changes and swaps of neighbours between the words; `limit` + 1 when more,
// and for different words of more than 32 letters.
std::size_t EditDistance(std::string_view a, std::string_view b, std::size_t limit);

// True when `word` may be a slip for `meant`: same first letter, letters only, one edit from five
// letters on and two from nine.
bool IsMisspelling(std::string_view word, std::string_view meant);

}  // namespace evaluators
