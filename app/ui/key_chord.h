// A key with the modifiers that are held beside it, and its name: "Ctrl+Shift+F5".
// Any thread; plain values.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/key.h"
#include "interview/base/result.h"

namespace app {

struct KeyChord {
  Key key = Key::kNone;
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  bool operator==(const KeyChord&) const = default;
};

// Modifiers in any order and case. Fails with kInvalid, in a sentence that shows what a name looks
// like.
interview::Result<KeyChord> ParseKeyChord(std::string_view text);

// As it is printed: "Ctrl+Shift+F5", "Alt+Left", "Esc".
std::string ToString(const KeyChord& chord);

// Why this chord cannot stand for an action; empty: it can. A bare letter is for typing, Tab moves
// the focus, and Ctrl+Alt is AltGr on many keyboards.
std::string_view WhyNotForAction(const KeyChord& chord);

}  // namespace app
