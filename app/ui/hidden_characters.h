// Characters that a screen does not show, or that change how the others are read: control
// characters, bidi overrides, zero-width ones. They are spelled out wherever a text comes from
// outside. Any thread; pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace app {

// The character that a text begins with.
struct Utf8Character {
  char32_t code = 0;  // the byte itself where it is no UTF-8
  std::size_t bytes = 1;
  bool valid = true;  // false: a byte that belongs to no character, an overlong form, a surrogate
};

// REQUIRES: !text.empty().
Utf8Character FirstCharacter(std::string_view text);

// Control characters (the line break and the tab too), characters of direction and joining, spaces
// without width, fillers, variation selectors, tags, and code points that no character has.
bool IsHidden(char32_t code);

// "\t", "\x1b" for a control character or a stray byte, "\u{202e}" for the others.
std::string SpelledOut(const Utf8Character& character);

}  // namespace app
