// Does a quotation stand in what somebody wrote? Models retype what they quote, so case, white
// space, kinds of quotation marks and dashes, emphasis around it and omissions ("…") do not count;
// any other difference does.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evaluators {

// A text as quotations are compared: lower case (ASCII), single spaces, plain quotation marks and
// dashes, nothing invisible, no emphasis.
std::string NormaliseForQuote(std::string_view text);

// Answers, ready to look quotations up in.
class QuoteCheck {
 public:
  explicit QuoteCheck(const std::vector<std::string>& texts);

  // Is every part of `quote` in one of the texts, in order, as whole words? A quotation of less
  // than four letters or digits says nothing and is not, unless it is such a text as a whole.
  bool Stands(std::string_view quote) const;

 private:
  std::vector<std::string> texts_;  // normalised
};

}  // namespace evaluators
