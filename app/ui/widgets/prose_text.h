// What writing prose asks of a text beyond typing: lists that go on, emphasis, counting words, and
// which parts of a line are what in Markdown. Knows nothing of the screen. Any thread; no state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/widgets/text_buffer.h"

namespace app {

// The beginning of a list item: "- ", "* ", "12. ", "- [ ] ".
struct ListMark {
  int indent = 0;   // bytes of space before it
  int length = 0;   // bytes of indent, mark and space; 0: the line is no item
  int number = 0;   // of a numbered item, else 0
  char bullet = 0;  // '-', '*', '+', or '.' and ')' after a number
  bool is_task = false;
};
ListMark ListMarkOf(std::string_view line);

// Enter within a list item begins the next one, with the next number; within an empty item it ends
// the list. False where the caret is in no item: nothing was done.
bool ContinueList(TextBuffer* text);

// Moves the selected items one level in or out. False where no line of the selection is an item.
enum class Nesting { kDeeper, kOut };
bool NestList(TextBuffer* text, Nesting nesting);

// Puts `mark` ("**", "*", "`") around the selection, or takes it away where it is there already;
// without a selection around the word at the caret, or an empty pair with the caret inside.
void ToggleMark(TextBuffer* text, std::string_view mark);

int CountWords(std::string_view line);
// "184 words", "1 word  ·  1 min to read".
std::string WordCountText(int words);

// A stretch of a line of Markdown.
enum class ProseKind { kHeading, kBold, kItalic, kCode, kMark, kQuote, kLink };
struct ProseSpan {
  int begin = 0;  // bytes
  int end = 0;
  ProseKind kind = ProseKind::kMark;
};
// Whether the line opens or closes a fenced block of code.
bool IsFence(std::string_view line);
std::vector<ProseSpan> ProseSpans(std::string_view line, bool in_fence);

}  // namespace app
