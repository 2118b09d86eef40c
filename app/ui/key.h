// The keys Onsite knows, under names that do not depend on a toolkit's version.
// Any thread; plain values. A letter means what is printed on the key in the user's layout.
#pragma once

namespace app {

// x(our name, Dear ImGui's name without its prefix ImGuiKey_)
// clang-format off
#define ONSITE_KEYS(x)                                                                             \
  x(kTab, Tab) x(kLeft, LeftArrow) x(kRight, RightArrow) x(kUp, UpArrow) x(kDown, DownArrow)       \
  x(kPageUp, PageUp) x(kPageDown, PageDown) x(kHome, Home) x(kEnd, End) x(kInsert, Insert)         \
  x(kDelete, Delete) x(kBackspace, Backspace) x(kSpace, Space) x(kEnter, Enter)                    \
  x(kKeypadEnter, KeypadEnter) x(kEscape, Escape)                                                  \
  x(kA, A) x(kB, B) x(kC, C) x(kD, D) x(kE, E) x(kF, F) x(kG, G) x(kH, H) x(kI, I) x(kJ, J)        \
  x(kK, K) x(kL, L) x(kM, M) x(kN, N) x(kO, O) x(kP, P) x(kQ, Q) x(kR, R) x(kS, S) x(kT, T)        \
  x(kU, U) x(kV, V) x(kW, W) x(kX, X) x(kY, Y) x(kZ, Z)                                            \
  x(k0, 0) x(k1, 1) x(k2, 2) x(k3, 3) x(k4, 4) x(k5, 5) x(k6, 6) x(k7, 7) x(k8, 8) x(k9, 9)        \
  x(kSlash, Slash) x(kMinus, Minus) x(kEqual, Equal) x(kComma, Comma) x(kPeriod, Period)           \
  x(kLeftBracket, LeftBracket) x(kRightBracket, RightBracket)                                      \
  x(kF1, F1) x(kF2, F2) x(kF3, F3) x(kF4, F4) x(kF5, F5) x(kF6, F6) x(kF7, F7) x(kF8, F8)          \
  x(kF9, F9) x(kF10, F10) x(kF11, F11) x(kF12, F12)                                                \
  x(kLeftCtrl, LeftCtrl) x(kLeftShift, LeftShift) x(kLeftAlt, LeftAlt) x(kLeftSuper, LeftSuper)    \
  x(kRightCtrl, RightCtrl) x(kRightShift, RightShift) x(kRightAlt, RightAlt)                       \
  x(kRightSuper, RightSuper)
// clang-format on

enum class Key : int {
  kNone = 0,
#define ONSITE_KEY_NAME(name, imgui) name,
  ONSITE_KEYS(ONSITE_KEY_NAME)
#undef ONSITE_KEY_NAME
      kCount
};

inline constexpr int kKeyCount = static_cast<int>(Key::kCount);

struct Modifiers {
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  bool super = false;
  // AltGr arrives as Ctrl+Alt and makes text, so a command is Ctrl without Alt.
  bool command() const { return ctrl && !alt; }
};

}  // namespace app
