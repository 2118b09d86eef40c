// What a programmer's editor does beyond typing: pairs of brackets, indentation that knows the
// language, whole lines, several carets. Works on a TextBuffer, every selection at once, one undo
// step a call. Any thread; no state.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "app/ui/widgets/code_lines.h"
#include "app/ui/widgets/syntax.h"
#include "app/ui/widgets/text_buffer.h"

namespace app {

// The language of a text, and its lines as far as they have been lexed.
struct CodeContext {
  const SyntaxLanguage* language = nullptr;
  const CodeLines* lines = nullptr;

  // What the byte at `position` is part of; kText between words and at the end of a line.
  SyntaxKind KindAt(const TextBuffer& text, TextPosition position) const;
  // Whether a letter typed at `position` would be part of a comment or a string.
  bool InProse(const TextBuffer& text, TextPosition position) const;
};

// Types `typed`. A single opening bracket or quote brings its partner where that is wanted, or
// surrounds what is selected; a closing one steps over the one that is there already, and moves
// left to the indentation of its partner when it comes first on its line.
void TypeCode(TextBuffer* text, std::string_view typed, const CodeContext& context);
// A new line, indented as the language has it; between two brackets the caret gets one of its own.
void BreakCodeLine(TextBuffer* text, const CodeContext& context);
// As TextBuffer::EraseLeft(); between the two of an empty pair it takes both.
void EraseLeftInCode(TextBuffer* text);

void MoveLines(TextBuffer* text, int direction);       // -1 up, 1 down
void DuplicateLines(TextBuffer* text, int direction);  // the copy stands below (1) or above (-1)
void DeleteLines(TextBuffer* text);
void JoinLines(TextBuffer* text);  // each with the next, or those selected

// Selects the word at the caret, or else one more of what is selected, from the top again behind
// the last one. False when there is no other.
bool SelectNextOccurrence(TextBuffer* text);
void SelectAllOccurrences(TextBuffer* text);
void AddCaretVertically(TextBuffer* text, int direction);  // -1 above the topmost, 1 below
// The block between two corners, a selection a line; columns as seen.
void SelectColumns(TextBuffer* text, TextPosition from, int from_column, int to_line,
                   int to_column);

// The bracket at the caret (behind it, else before it) and its partner; nothing when there is no
// bracket, no partner, or it is too far away to look for in one frame.
std::optional<std::pair<TextPosition, TextPosition>> MatchBracket(const TextBuffer& text,
                                                                  TextPosition caret,
                                                                  const CodeContext& context);

}  // namespace app
