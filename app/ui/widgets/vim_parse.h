// Takes the keys pressed so far for a command of normal or visual mode. Internal to vim_*.cc; any
// thread, no shared state.
#pragma once

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

enum class Parsed {
  kDone,
  kIncomplete,
  kNeedsLine,  // the last key opened the command line; its text comes as one more key
  kInvalid,
};

Parsed Parse(const std::vector<std::string>& keys, bool visual, Command* command);

bool IsMotion(std::string_view action);
// v, V and <C-v>, and the mode that each stands for.
bool IsVisualKey(std::string_view action);
VimMode VisualModeOf(std::string_view key);
bool IsTextObject(std::string_view action);

}  // namespace app::vim
