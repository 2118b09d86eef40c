// The keys Onsite knows, under names that do not depend on a toolkit's version.
// Any thread; plain values. A letter means what is printed on the key in the user's layout.
#pragma once

namespace app {

// X(our name, Dear ImGui's name without its prefix ImGuiKey_)
// clang-format off
#define ONSITE_KEYS(X)                                                                             \
  X(kTab, Tab) X(kLeft, LeftArrow) X(kRight, RightArrow) X(kUp, UpArrow) X(kDown, DownArrow)       \
  X(kPageUp, PageUp) X(kPageDown, PageDown) X(kHome, Home) X(kEnd, End) X(kInsert, Insert)         \
  X(kDelete, Delete) X(kBackspace, Backspace) X(kSpace, Space) X(kEnter, Enter)                    \
  X(kKeypadEnter, KeypadEnter) X(kEscape, Escape)                                                  \
  X(kA, A) X(kB, B) X(kC, C) X(kD, D) X(kE, E) X(kF, F) X(kG, G) X(kH, H) X(kI, I) X(kJ, J)        \
  X(kK, K) X(kL, L) X(kM, M) X(kN, N) X(kO, O) X(kP, P) X(kQ, Q) X(kR, R) X(kS, S) X(kT, T)        \
  X(kU, U) X(kV, V) X(kW, W) X(kX, X) X(kY, Y) X(kZ, Z)                                            \
  X(k0, 0) X(k1, 1) X(k2, 2) X(k3, 3) X(k4, 4) X(k5, 5) X(k6, 6) X(k7, 7) X(k8, 8) X(k9, 9)        \
  X(kSlash, Slash) X(kMinus, Minus) X(kEqual, Equal) X(kComma, Comma) X(kPeriod, Period)           \
  X(kLeftBracket, LeftBracket) X(kRightBracket, RightBracket)                                      \
  X(kF1, F1) X(kF2, F2) X(kF3, F3) X(kF4, F4) X(kF5, F5) X(kF6, F6) X(kF7, F7) X(kF8, F8)          \
  X(kF9, F9) X(kF10, F10) X(kF11, F11) X(kF12, F12)                                                \
  X(kLeftCtrl, LeftCtrl) X(kLeftShift, LeftShift) X(kLeftAlt, LeftAlt) X(kLeftSuper, LeftSuper)    \
  X(kRightCtrl, RightCtrl) X(kRightShift, RightShift) X(kRightAlt, RightAlt)                       \
  X(kRightSuper, RightSuper)
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
