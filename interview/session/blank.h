// What counts as nothing written.
// Any thread; pure functions.
#pragma once

#include <string_view>

namespace interview {

inline bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline bool IsBlank(std::string_view text) {
  for (const char c : text) {
    if (!IsSpace(c)) return false;
  }
  return true;
}

}  // namespace interview
