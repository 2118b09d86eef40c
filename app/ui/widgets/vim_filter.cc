// From the editor's keys to Vim's.
#include "app/ui/widgets/vim_filter.h"

namespace app {

std::string VimNameOf(Key key, const Modifiers& modifiers) {
  if (modifiers.alt || modifiers.super || modifiers.shift) return {};
  if (modifiers.ctrl) {
    if (key == Key::kLeftBracket) return "<C-[>";
    if (key < Key::kA || key > Key::kZ) return {};
    const int letter = static_cast<int>(key) - static_cast<int>(Key::kA);
    return std::string("<C-") + static_cast<char>('a' + letter) + ">";
  }
  switch (key) {
    case Key::kEscape:
      return "<Esc>";
    case Key::kEnter:
    case Key::kKeypadEnter:
      return "<CR>";
    case Key::kBackspace:
      return "<BS>";
    case Key::kDelete:
      return "<Del>";
    case Key::kInsert:
      return "<Insert>";
    case Key::kTab:
      return "<Tab>";
    case Key::kUp:
      return "<Up>";
    case Key::kDown:
      return "<Down>";
    case Key::kLeft:
      return "<Left>";
    case Key::kRight:
      return "<Right>";
    case Key::kHome:
      return "<Home>";
    case Key::kEnd:
      return "<End>";
    case Key::kPageUp:
      return "<PageUp>";
    case Key::kPageDown:
      return "<PageDown>";
    default:
      return {};
  }
}

bool VimFilter::Press(std::string_view key, TextBuffer* text) {
  VimOutcome one = vim_.Press(key, text, view_);
  outcome_.save = outcome_.save || one.save;
  outcome_.quit = outcome_.quit || one.quit;
  if (one.copied) outcome_.copied = std::move(one.copied);
  if (one.first_line) outcome_.first_line = one.first_line;
  if (!one.handled) passed_on_ = true;
  return one.handled;
}

bool VimFilter::OnText(std::string_view typed, TextBuffer* text) {
  bool used = false;
  for (std::size_t at = 0; at < typed.size();) {
    std::size_t length = 1;
    while (at + length < typed.size() &&
           (static_cast<unsigned char>(typed[at + length]) & 0xC0) == 0x80) {
      ++length;
    }
    const std::string_view character = typed.substr(at, length);
    at += length;
    if (Press(character, text)) {
      used = true;
    } else if (used) {
      // A command and text came in one frame ("ix"): the editor gets all of it or nothing.
      VimKeys::TypePlainly(character, text);
      vim_.TakeEdit(*text);
    }
  }
  return used;
}

bool VimFilter::OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) {
  const std::string name = VimNameOf(key, modifiers);
  return !name.empty() && vim_.Wants(name) && Press(name, text);
}

}  // namespace app
