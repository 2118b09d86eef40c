// Vim's motions over words and paragraphs. Internal to vim_*.cc. Any thread; no shared state.
#pragma once

#include "app/ui/widgets/vim_state.h"

namespace app::vim {

// The start of the next word; behind the last character where there is none. An empty line is a
// word. With `stay_in_line` the end of the line stops it: an operator's last word.
TextPosition NextWord(const TextBuffer& text, TextPosition from, bool big, bool stay_in_line);
// The last character of this word, or of the next one where `from` is there already.
TextPosition WordEnd(const TextBuffer& text, TextPosition from, bool big);
// The last character of the word that `from` stands in.
TextPosition EndOfThisWord(const TextBuffer& text, TextPosition from, bool big);
TextPosition PreviousWord(const TextBuffer& text, TextPosition from, bool big);
TextPosition PreviousWordEnd(const TextBuffer& text, TextPosition from, bool big);

// The empty line after or before this paragraph, else the end or start of the text.
TextPosition NextParagraph(const TextBuffer& text, TextPosition from);
TextPosition PreviousParagraph(const TextBuffer& text, TextPosition from);

}  // namespace app::vim
