// Vim's visual block: the rectangle between two places, and what operators do to it. Internal to
// vim_*.cc. One thread; no state of its own.
#pragma once

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// The selection of visual-block mode; after $ it reaches to the end of each line.
Block SelectedBlock(const Vim& v);
// As large a one from the cursor on.
Block BlockOfExtent(const Vim& v, const Command::Extent& extent);
Command::Extent ExtentOfBlock(const Block& block);
// The part of a line that lies in it; empty at the end of a line that is too short.
Range PieceOf(const TextBuffer& text, const Block& block, int line);
// Selects the pieces in the text, as the editor shows them.
void ShowBlock(Vim& v);

// Carries out an operator, "I", "A" or "r" of `command`. REQUIRES: normal mode.
void OperateOnBlock(Vim& v, const Command& command, Block block);
// Does on the other lines of the block what was typed on the first.
void RepeatOnBlock(Vim& v, const BlockInsert& insert, const std::string& typed);
// Puts the rows of a register beside one another, `count` times.
void PutBlock(Vim& v, const Register& what, bool before, int count);

}  // namespace app::vim
