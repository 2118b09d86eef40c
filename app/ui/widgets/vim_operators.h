// Vim's registers, and what its operators do to a piece of the text. Internal to vim_*.cc. One
// thread; no state of its own.
#pragma once

#include <string>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// Keeps `what` in the register `name`; 0 is the unnamed one. A capital letter appends; '+' and '*'
// are the clipboard; '_' forgets. Yanked text goes to "0 as well.
enum class StoredBy { kYank, kDelete };
void Store(Vim& v, char name, Register what, StoredBy by);
Register ReadRegister(Vim& v, char name);

// Does command.op to `range` and leaves the cursor where Vim does; "c" starts insert mode.
void Operate(Vim& v, const Command& command, const Range& range);

void Erase(Vim& v, const Range& range);
// `text` with its ASCII letters changed as "gu", "gU" or "g~" do.
std::string ChangeCase(std::string text, std::string_view op);
// Lines `first` to `last` become one; with `spaces`, one space stands where a line ended.
void JoinLines(Vim& v, int first, int last, bool spaces);

}  // namespace app::vim
