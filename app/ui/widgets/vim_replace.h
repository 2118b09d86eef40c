// Vim's replace mode: what is typed takes the place of what stands there. Internal to vim_*.cc.
// One thread. Invariant: from EnterReplace to LeaveReplace one undo step is open in the text.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

void EnterReplace(Vim& v, int count);
// Types `text` over what is there; at the end of a line it is added.
void Overtype(Vim& v, std::string_view text);
// Every key is replace mode's own.
void PressInReplace(Vim& v, std::string_view key);
// Back to normal mode; repeats what was typed and remembers it for ".".
void LeaveReplace(Vim& v);
// The caret has moved by other means: backspace does not lead back beyond it.
void RestartReplace(Vim& v);

}  // namespace app::vim
