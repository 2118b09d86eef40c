// What short texts say, compared by the words and numbers in them: whether one leaves out or denies
// what the other says.
// Any thread; pure functions.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace evaluators {

// The stems of the words that carry content, and the numbers.
std::set<std::string> ContentOf(std::string_view text);

// Numbers in digits, and numerals above three: "one thing" is no quantity.
std::set<double> NumbersOf(std::string_view text);

// How much of `words` is in `said`, 0 to 1; 1 for no words.
double ShareOf(const std::set<std::string>& words, const std::set<std::string>& said);

// Does a statement of `text` about the same matter deny what `claim` says, affirm what it denies,
// or give other numbers? Questions state nothing.
bool Contradicts(std::string_view claim, std::string_view text);

}  // namespace evaluators
