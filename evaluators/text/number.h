// Numbers as people write them: "10,000", "0.05", ".5", "1e4", with scales such as k, M, Gi.
// Any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace evaluators {

struct ReadNumber {
  double value = 0;
  std::size_t length = 0;    // bytes read
  std::size_t decimals = 0;  // digits after the point
};

// The number that begins at text[at]; nothing when there is none. Commas count as separators of
// thousands only before exactly three digits.
std::optional<ReadNumber> ReadNumberAt(std::string_view text, std::size_t at);

// 1e3 for "k", 1e6 for "M", 1e9 for "B" and "G", 1e12 for "T", powers of 1024 for "Ki" to "Ti", and
// the words from "thousand" to "trillion", in either case; nothing for anything else.
std::optional<double> ScaleOf(std::string_view suffix);

}  // namespace evaluators
