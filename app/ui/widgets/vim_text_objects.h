// Vim's text objects: words, quoted strings, blocks in brackets, paragraphs. Internal to vim_*.cc.
// Any thread; no shared state.
#pragma once

#include <optional>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// What `name` ("iw", "a(") means at `at`; nullopt where there is no such thing.
// REQUIRES: IsTextObject(name).
std::optional<Range> FindTextObject(const TextBuffer& text, TextPosition at, std::string_view name,
                                    int count);

}  // namespace app::vim
