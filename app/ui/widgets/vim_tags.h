// Vim's tag blocks: <name>...</name>. Internal to vim_*.cc. One thread; no state of its own.
#pragma once

#include <optional>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// The pair of tags around `at`, `count` levels out: what is between them, or with `around` all.
std::optional<Range> TagBlockAt(const TextBuffer& text, TextPosition at, bool around, int count);

}  // namespace app::vim
