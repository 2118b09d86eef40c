// Names of keys, both ways.
#include "app/ui/key_chord.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace app {
namespace {

using interview::Fail;
using interview::Result;

struct KeyName {
  Key key;
  std::string_view name;  // the first of a key is the one that is printed
};

constexpr auto kKeyNames =
    std::to_array<KeyName>({{Key::kTab, "Tab"},           {Key::kLeft, "Left"},
                            {Key::kRight, "Right"},       {Key::kUp, "Up"},
                            {Key::kDown, "Down"},         {Key::kPageUp, "PageUp"},
                            {Key::kPageDown, "PageDown"}, {Key::kHome, "Home"},
                            {Key::kEnd, "End"},           {Key::kInsert, "Insert"},
                            {Key::kDelete, "Delete"},     {Key::kBackspace, "Backspace"},
                            {Key::kSpace, "Space"},       {Key::kEnter, "Enter"},
                            {Key::kEnter, "Return"},      {Key::kEscape, "Esc"},
                            {Key::kEscape, "Escape"},     {Key::kSlash, "/"},
                            {Key::kSlash, "Slash"},       {Key::kMinus, "-"},
                            {Key::kMinus, "Minus"},       {Key::kEqual, "="},
                            {Key::kEqual, "Equal"},       {Key::kComma, ","},
                            {Key::kComma, "Comma"},       {Key::kPeriod, "."},
                            {Key::kPeriod, "Period"},     {Key::kLeftBracket, "["},
                            {Key::kRightBracket, "]"}});

constexpr int IndexOf(Key key) { return static_cast<int>(key); }
constexpr bool Within(Key key, Key first, Key last) {
  return IndexOf(key) >= IndexOf(first) && IndexOf(key) <= IndexOf(last);
}

bool SameLetters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

std::string NameOf(Key key) {
  if (Within(key, Key::kA, Key::kZ)) {
    return std::string(1, static_cast<char>('A' + IndexOf(key) - IndexOf(Key::kA)));
  }
  if (Within(key, Key::k0, Key::k9)) {
    return std::string(1, static_cast<char>('0' + IndexOf(key) - IndexOf(Key::k0)));
  }
  if (Within(key, Key::kF1, Key::kF12)) {
    return "F" + std::to_string(1 + IndexOf(key) - IndexOf(Key::kF1));
  }
  for (const KeyName& known : kKeyNames) {
    if (known.key == key) return std::string(known.name);
  }
  return {};
}

Key KeyCalled(std::string_view name) {
  for (int i = 1; i < kKeyCount; ++i) {
    const Key key = static_cast<Key>(i);
    if (const std::string known = NameOf(key); !known.empty() && SameLetters(known, name)) {
      return key;
    }
  }
  for (const KeyName& known : kKeyNames) {
    if (SameLetters(known.name, name)) return known.key;
  }
  return Key::kNone;
}

}  // namespace

Result<KeyChord> ParseKeyChord(std::string_view text) {
  KeyChord chord;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t plus = rest.find('+');
    const std::string_view part = rest.substr(0, plus);
    const bool last = plus == std::string_view::npos;
    rest = last ? std::string_view() : rest.substr(plus + 1);
    if (!last && SameLetters(part, "Ctrl")) {
      chord.ctrl = true;
    } else if (!last && SameLetters(part, "Shift")) {
      chord.shift = true;
    } else if (!last && SameLetters(part, "Alt")) {
      chord.alt = true;
    } else if (last) {
      chord.key = KeyCalled(part);
    } else {
      break;
    }
  }
  if (chord.key == Key::kNone) {
    return Fail(interview::ErrorCode::kInvalid,
                "\"" + std::string(text) +
                    "\" is not the name of a key; write names such as Ctrl+Enter, Ctrl+Shift+F5 or "
                    "F2.");
  }
  return chord;
}

std::string ToString(const KeyChord& chord) {
  std::string text;
  if (chord.ctrl) text += "Ctrl+";
  if (chord.alt) text += "Alt+";
  if (chord.shift) text += "Shift+";
  return text + NameOf(chord.key);
}

std::string_view WhyNotForAction(const KeyChord& chord) {
  if (chord.key == Key::kTab) return "Tab moves from control to control";
  if (chord.ctrl && chord.alt) return "Ctrl+Alt writes characters on many keyboards";
  const bool function = Within(chord.key, Key::kF1, Key::kF12) || chord.key == Key::kEscape;
  if (!chord.ctrl && !chord.alt && !function) return "it is needed for typing";
  return {};
}

}  // namespace app
