// Carries out one command of normal or visual mode. Internal to vim_*.cc. One thread.
#pragma once

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// REQUIRES: Parse() took it for a whole command, in the mode that v.state is in.
void Run(Vim& v, const Command& command);

// --- vim_actions.cc: what is neither an operator nor a motion
void Act(Vim& v, const Command& command);
// p and P of `what`: before the cursor or behind it.
void Put(Vim& v, const Register& what, bool before, int count);
void Undo(Vim& v, int count);
void Redo(Vim& v, int count);
// The last change once more; its own count where `count` is 0.
void Repeat(Vim& v, int count);

// --- vim_scroll.cc
bool IsScroll(std::string_view action);
void Scroll(Vim& v, const Command& command);

// --- vim_visual.cc
void RunVisual(Vim& v, const Command& command);
void StartVisual(Vim& v, VimMode mode);
void LeaveVisual(Vim& v);
// As much of the text as visual mode had selected, from the cursor on.
Range RangeOfExtent(const Vim& v, const Command::Extent& extent);

}  // namespace app::vim
