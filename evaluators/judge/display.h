// Strangers' text made safe to show, and signals in words.
// Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>

namespace evaluators {

// Valid UTF-8 without control characters other than line ends and tabs: the rest, stray bytes and
// characters that turn the direction of writing are spelled out ("\x1b", "\u202e").
std::string Printable(std::string_view text);

// The same of its first `most_bytes`, for what is kept of every test.
inline constexpr std::size_t kMostMessageText = 2000;
inline constexpr std::size_t kMostTraceText = 20'000;
std::string PrintableStart(std::string_view text, std::size_t most_bytes = kMostMessageText);

// "SIGSEGV: an invalid memory access", for a sentence about how a program ended.
std::string SignalInWords(int signal);

}  // namespace evaluators
