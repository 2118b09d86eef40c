// Vim's :s, with and without asking for each place. Internal to vim_*.cc. One thread. Invariant:
// while State::confirmation is there, one undo step is open in the text.
#pragma once

#include <string_view>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// What stands behind ":s" in the lines from `first` to `last`: "/a/b/g", "" for the last one again.
void Substitute(Vim& v, int first, int last, std::string_view arguments);
// &: the last one on this line, without its flags.
void RepeatSubstitution(Vim& v);
// y, n, a, q, l or Esc, while State::confirmation is there.
void Answer(Vim& v, std::string_view key);
void EndConfirmation(Vim& v);

}  // namespace app::vim
