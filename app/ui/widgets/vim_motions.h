// Where Vim's motions lead. Internal to vim_*.cc. One thread; no state of its own.
#pragma once

#include <optional>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

struct Motion {
  TextPosition to;
  bool linewise = false;
  bool inclusive = false;  // the character at the far end belongs to it
  int goal = -1;           // the column that j and k keep to from here; -1: that of `to`
  bool jump = false;       // '' leads back
};

// nullopt where Vim would beep. `to` may stand behind the last character of its line.
// REQUIRES: IsMotion(command.action).
std::optional<Motion> FindMotion(Vim& v, const Command& command);

// What `command`, an operator with a motion, works on.
std::optional<Range> RangeOfMotion(Vim& v, const Command& command);

// The bracket that belongs to the one at `at`; nullopt where there is none.
std::optional<TextPosition> MatchingBracket(const TextBuffer& text, TextPosition at);

// The next match of the pattern last searched for, `count` times; complains where there is none.
std::optional<TextPosition> SearchAgain(Vim& v, bool reversed, int count);

}  // namespace app::vim
