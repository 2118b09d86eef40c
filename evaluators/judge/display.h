// Strangers' text made safe to show, and signals in words.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>

namespace evaluators {

// Valid UTF-8 without control characters other than line ends and tabs: the rest, stray bytes and
// characters that turn the direction of writing are spelled out ("\x1b", "\u202e").
std::string Printable(std::string_view text);

// "SIGSEGV: an invalid memory access", for a sentence about how a program ended.
std::string SignalInWords(int signal);

}  // namespace evaluators
