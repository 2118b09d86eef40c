// Vim's sentences: they end with ".", "!" or "?", closing brackets and quotes, and space; an empty
// line ends one and stands for one. Internal to vim_*.cc. One thread; no state of its own.
#pragma once

#include <optional>

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// Where the next, or the one before, starts; the end and the start of the text where there is none.
TextPosition NextSentence(const TextBuffer& text, TextPosition at);
TextPosition PreviousSentence(const TextBuffer& text, TextPosition at);
// The sentence at `at`, or the space between two; `around` takes the space as well.
std::optional<Range> SentenceAt(const TextBuffer& text, TextPosition at, bool around, int count);

}  // namespace app::vim
