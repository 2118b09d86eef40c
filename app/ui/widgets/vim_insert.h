// Vim's insert mode: its start, its end, and what was typed between. Internal to vim_*.cc. One
// thread. Invariant: from EnterInsert to LeaveInsert one undo step is open in the text.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// `count`: how often what is typed shall stand there in the end.
void EnterInsert(Vim& v, TextPosition at, int count);
// A new line below or above the cursor's, indented like it.
void OpenLine(Vim& v, bool below, int count);
// Back to normal mode; repeats what was typed and remembers it for ".".
void LeaveInsert(Vim& v);
// The caret has moved by other means: what was typed so far is one step, and done with.
void RestartInsert(Vim& v);
// What insert mode itself does with `key`; false for a key that is the editor's.
bool PressInInsert(Vim& v, std::string_view key);

}  // namespace app::vim
