// Vim's words and paragraphs.
#include "app/ui/widgets/vim_word_motions.h"

namespace app::vim {
namespace {

bool AtLineEnd(const TextBuffer& text, TextPosition p) { return ByteAt(text, p) == '\n'; }
bool EmptyLine(const TextBuffer& text, int line) { return text.Line(line).empty(); }

// One character back, over the ends of lines; false at the start of the text.
bool StepBack(const TextBuffer& text, TextPosition* p) {
  const TextPosition before = text.Left(*p);
  if (before == *p) return false;
  *p = before;
  return true;
}

}  // namespace

TextPosition NextWord(const TextBuffer& text, TextPosition from, bool big, bool stay_in_line) {
  TextPosition p = from;
  const WordClass first = ClassAt(text, p, big);
  if (first != WordClass::kSpace) {
    while (!AtLineEnd(text, p) && ClassAt(text, p, big) == first) p = text.Right(p);
    if (stay_in_line && AtLineEnd(text, p)) return p;
  }
  for (;;) {
    while (!AtLineEnd(text, p) && ClassAt(text, p, big) == WordClass::kSpace) p = text.Right(p);
    if (!AtLineEnd(text, p) || p == text.End()) return p;
    if (stay_in_line && p.column > 0 && p.line == from.line &&
        AtLineEnd(text, Behind(text, from))) {
      return p;
    }
    p = text.Right(p);
    if (EmptyLine(text, p.line)) return p;
  }
}

TextPosition EndOfThisWord(const TextBuffer& text, TextPosition from, bool big) {
  TextPosition p = from;
  const WordClass kind = ClassAt(text, p, big);
  for (;;) {
    const TextPosition next = text.Right(p);
    if (next == p || next.line != p.line || ClassAt(text, next, big) != kind ||
        AtLineEnd(text, next)) {
      return p;
    }
    p = next;
  }
}

TextPosition WordEnd(const TextBuffer& text, TextPosition from, bool big) {
  TextPosition p = text.Right(from);
  while (p != text.End() && ClassAt(text, p, big) == WordClass::kSpace) p = text.Right(p);
  if (p == text.End()) return OnCharacter(text, p);
  return EndOfThisWord(text, p, big);
}

TextPosition PreviousWord(const TextBuffer& text, TextPosition from, bool big) {
  TextPosition p = from;
  do {
    if (!StepBack(text, &p)) return p;
    if (EmptyLine(text, p.line)) return p;
  } while (ClassAt(text, p, big) == WordClass::kSpace);
  const WordClass kind = ClassAt(text, p, big);
  while (p.column > 0 && ClassAt(text, text.Left(p), big) == kind) p = text.Left(p);
  return p;
}

TextPosition PreviousWordEnd(const TextBuffer& text, TextPosition from, bool big) {
  TextPosition p = from;
  const WordClass kind = ClassAt(text, p, big);
  if (kind != WordClass::kSpace) {
    while (p.column > 0 && ClassAt(text, p, big) == kind) p = text.Left(p);
    if (ClassAt(text, p, big) == kind && !StepBack(text, &p)) return p;
    if (EmptyLine(text, p.line)) return p;
  } else if (!StepBack(text, &p)) {
    return p;
  }
  while (ClassAt(text, p, big) == WordClass::kSpace) {
    if (EmptyLine(text, p.line) || !StepBack(text, &p)) return p;
  }
  return p;
}

TextPosition NextParagraph(const TextBuffer& text, TextPosition from) {
  const int last = text.line_count() - 1;
  int line = from.line;
  while (line < last && EmptyLine(text, line)) ++line;
  while (line < last && !EmptyLine(text, line)) ++line;
  return EmptyLine(text, line) ? TextPosition{line, 0} : text.End();
}

TextPosition PreviousParagraph(const TextBuffer& text, TextPosition from) {
  int line = from.line;
  while (line > 0 && EmptyLine(text, line)) --line;
  while (line > 0 && !EmptyLine(text, line)) --line;
  return {line, 0};
}

}  // namespace app::vim
