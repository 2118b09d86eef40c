// Escapes, cuts and names.
#include "evaluators/judge/display.h"

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>

namespace evaluators {

namespace {

struct Character {
  std::size_t bytes = 0;  // 0: not UTF-8
  std::uint32_t code = 0;
};

Character FirstCharacter(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80) return {1, byte(0)};
  const std::size_t bytes = byte(0) < 0xC2   ? 0
                            : byte(0) < 0xE0 ? 2
                            : byte(0) < 0xF0 ? 3
                            : byte(0) < 0xF5 ? 4
                                             : 0;
  if (bytes == 0 || bytes > text.size()) return {};
  std::uint32_t code = byte(0) & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  const bool is_overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  if (is_overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
  return {bytes, code};
}

bool IsInvisible(std::uint32_t code) {
  return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0) ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char escaped[12];
  while (!text.empty()) {
    const Character c = FirstCharacter(text);
    const std::size_t bytes = std::max<std::size_t>(c.bytes, 1);
    if (c.bytes == 0 || (c.bytes == 1 && IsInvisible(c.code))) {
      std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned char>(text[0]));
      out += escaped;
    } else if (IsInvisible(c.code)) {
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c.code));
      out += escaped;
    } else {
      out += text.substr(0, bytes);
    }
    text.remove_prefix(bytes);
  }
  return out;
}

std::string PrintableStart(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return Printable(text);
  const auto is_inside = [&] {
    return (static_cast<unsigned char>(text[most_bytes]) & 0xC0) == 0x80;
  };
  while (most_bytes > 0 && is_inside()) --most_bytes;  // not in the middle of a character
  return Printable(text.substr(0, most_bytes)) + "…";
}

std::string SignalInWords(int signal) {
  switch (signal) {
    case SIGSEGV:
      return "SIGSEGV: an invalid memory access";
    case SIGBUS:
      return "SIGBUS: an invalid memory access";
    case SIGFPE:
      return "SIGFPE: a division by zero or an overflow in a division";
    case SIGILL:
    case SIGTRAP:
      return "SIGILL: a function with a result ended without return";
    case SIGABRT:
      return "SIGABRT: the program gave up (an assertion, a failed check of the library or an "
             "exception nobody caught)";
    case SIGKILL:
      return "SIGKILL: the program was killed";
    case SIGPIPE:
      return "SIGPIPE: it wrote to a closed pipe";
    case SIGTERM:
      return "SIGTERM: it ended itself";
    default:
      return "signal " + std::to_string(signal);
  }
}

}  // namespace evaluators
