// What a line from a solution's box must look like before anybody reads it: the judge, or the box
// of the checks. Any thread; a pure function.
#pragma once

#include <string_view>

namespace evaluators {

enum class MessageFault {
  kNone,
  kMalformed,      // not JSON, nested too deep, NaN, a key twice, an object with many keys
  kTooManyValues,  // small text that becomes much memory: arrays travel as bytes, this is no array
};

inline constexpr int kMostMessageDepth = 256;
inline constexpr long kMostMessageValues = 1L << 22;

MessageFault CheckMessage(std::string_view line);

}  // namespace evaluators
