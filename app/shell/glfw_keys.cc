// The table of keys, and the letter that is printed on one.
#include "app/shell/glfw_keys.h"

#include <GLFW/glfw3.h>

namespace app {
namespace {

Key KeyFromGlfw(int code) {
  if (code >= GLFW_KEY_F1 && code <= GLFW_KEY_F12) {
    return static_cast<Key>(static_cast<int>(Key::kF1) + code - GLFW_KEY_F1);
  }
  if (code >= GLFW_KEY_A && code <= GLFW_KEY_Z) {
    return static_cast<Key>(static_cast<int>(Key::kA) + code - GLFW_KEY_A);
  }
  if (code >= GLFW_KEY_0 && code <= GLFW_KEY_9) {
    return static_cast<Key>(static_cast<int>(Key::k0) + code - GLFW_KEY_0);
  }
  switch (code) {
    case GLFW_KEY_TAB:
      return Key::kTab;
    case GLFW_KEY_LEFT:
      return Key::kLeft;
    case GLFW_KEY_RIGHT:
      return Key::kRight;
    case GLFW_KEY_UP:
      return Key::kUp;
    case GLFW_KEY_DOWN:
      return Key::kDown;
    case GLFW_KEY_PAGE_UP:
      return Key::kPageUp;
    case GLFW_KEY_PAGE_DOWN:
      return Key::kPageDown;
    case GLFW_KEY_HOME:
      return Key::kHome;
    case GLFW_KEY_END:
      return Key::kEnd;
    case GLFW_KEY_INSERT:
      return Key::kInsert;
    case GLFW_KEY_DELETE:
      return Key::kDelete;
    case GLFW_KEY_BACKSPACE:
      return Key::kBackspace;
    case GLFW_KEY_SPACE:
      return Key::kSpace;
    case GLFW_KEY_ENTER:
      return Key::kEnter;
    case GLFW_KEY_KP_ENTER:
      return Key::kKeypadEnter;
    case GLFW_KEY_ESCAPE:
      return Key::kEscape;
    case GLFW_KEY_SLASH:
      return Key::kSlash;
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT:
      return Key::kMinus;
    case GLFW_KEY_EQUAL:
    case GLFW_KEY_KP_ADD:
      return Key::kEqual;
    case GLFW_KEY_COMMA:
      return Key::kComma;
    case GLFW_KEY_PERIOD:
      return Key::kPeriod;
    case GLFW_KEY_LEFT_BRACKET:
      return Key::kLeftBracket;
    case GLFW_KEY_RIGHT_BRACKET:
      return Key::kRightBracket;
    case GLFW_KEY_LEFT_CONTROL:
      return Key::kLeftCtrl;
    case GLFW_KEY_LEFT_SHIFT:
      return Key::kLeftShift;
    case GLFW_KEY_LEFT_ALT:
      return Key::kLeftAlt;
    case GLFW_KEY_LEFT_SUPER:
      return Key::kLeftSuper;
    case GLFW_KEY_RIGHT_CONTROL:
      return Key::kRightCtrl;
    case GLFW_KEY_RIGHT_SHIFT:
      return Key::kRightShift;
    case GLFW_KEY_RIGHT_ALT:
      return Key::kRightAlt;
    case GLFW_KEY_RIGHT_SUPER:
      return Key::kRightSuper;
    default:
      return Key::kNone;
  }
}

// The key by what is printed on it: on a French keyboard Ctrl+A is where the A is.
int PrintedCode(int code, int scan_code) {
  if (code < GLFW_KEY_A || code > GLFW_KEY_Z) return code;
  const char* name = glfwGetKeyName(code, scan_code);
  const bool letter = name != nullptr && name[0] >= 'a' && name[0] <= 'z' && name[1] == '\0';
  return letter ? GLFW_KEY_A + (name[0] - 'a') : code;
}

}  // namespace

Key KeyOfGlfw(int code, int scan_code) { return KeyFromGlfw(PrintedCode(code, scan_code)); }

}  // namespace app
