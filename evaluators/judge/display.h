// Strangers' text and large values, made safe and short enough to show.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>

#include "interview/base/json.h"

namespace evaluators {

// Valid UTF-8 without control characters other than line ends and tabs: the rest, stray bytes and
// characters that turn the direction of writing are spelled out ("\x1b", "\u202e").
std::string Printable(std::string_view text);

// The value itself while its JSON stays within `most_bytes`; else lists are cut to their first
// items and the number of the others is told.
interview::Json Shortened(const interview::Json& value, std::size_t most_bytes);

// "SIGSEGV: an invalid memory access", for a sentence about how a program ended.
std::string SignalInWords(int signal);

}  // namespace evaluators
