// Vim's keys that move the view over the text.
#include <string_view>

#include "app/ui/widgets/vim_run.h"

namespace app::vim {

bool IsScroll(std::string_view action) {
  static constexpr std::string_view kScrolls =
      " zz zt zb <C-e> <C-y> <C-d> <C-u> <C-f> <C-b> <PageUp> <PageDown> ";
  return kScrolls.find(" " + std::string(action) + " ") != std::string_view::npos;
}

void Scroll(Vim& v, const Command& c) {
  const std::string& a = c.action;
  const int lines = std::max(1, v.view.lines);
  TextPosition at = v.state.cursor;
  int first = v.view.first_line;
  if (a[0] == 'z') {
    first = at.line - (a == "zz" ? lines / 2 : a == "zb" ? lines - 1 : 0);
  } else if (a == "<C-e>" || a == "<C-y>") {
    first += a == "<C-e>" ? c.times() : -c.times();
  } else {
    const bool half = a == "<C-d>" || a == "<C-u>";
    const bool down = a == "<C-d>" || a == "<C-f>" || a == "<PageDown>";
    const int step = half ? (c.count > 0 ? c.count : std::max(1, lines / 2))
                          : c.times() * std::max(1, lines - 2);
    if (at.line == (down ? v.last_line() : 0)) {
      v.Fail();
      return;
    }
    first += down ? step : -step;
    at.line = std::clamp(at.line + (down ? step : -step), 0, v.last_line());
    at.column = FirstNonBlank(v.text, at.line);
  }
  first = std::clamp(first, 0, v.last_line());
  v.outcome.first_line = first;
  at.line = std::clamp(at.line, first, std::min(first + lines - 1, v.last_line()));
  PlaceCursor(v, at);
}

}  // namespace app::vim
