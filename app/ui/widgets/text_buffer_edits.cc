// Moving through a text, and the edits that look at what stands around the caret.
#include <algorithm>
#include <cctype>
#include <utility>

#include "app/ui/widgets/text_buffer.h"

namespace app {
namespace {

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool IsSpace(char c) { return c == ' ' || c == '\t'; }

enum class CharClass { kSpace, kWord, kOther };

CharClass ClassOf(char c) {
  if (IsSpace(c)) return CharClass::kSpace;
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80 ? CharClass::kWord : CharClass::kOther;
}

int Length(const std::string& line) { return static_cast<int>(line.size()); }
char At(const std::string& line, int column) { return line[static_cast<std::size_t>(column)]; }

int LeadingSpaces(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string::npos ? Length(line) : static_cast<int>(first);
}

std::string OneStep(const Indentation& indentation) {
  return indentation.tabs ? "\t" : std::string(static_cast<std::size_t>(indentation.width), ' ');
}

}  // namespace

// --- moving
TextPosition TextBuffer::End() const { return {line_count() - 1, Length(lines_.back())}; }

TextPosition TextBuffer::Clamped(TextPosition p) const {
  p.line = std::clamp(p.line, 0, line_count() - 1);
  p.column = std::clamp(p.column, 0, Length(Line(p.line)));
  while (p.column > 0 && p.column < Length(Line(p.line)) &&
         IsContinuation(At(Line(p.line), p.column))) {
    --p.column;
  }
  return p;
}

int TextBuffer::VisualColumn(TextPosition position) const {
  const std::string& line = Line(position.line);
  int seen = 0;
  for (int i = 0; i < position.column; ++i) {
    if (At(line, i) == '\t') {
      seen += indentation_.width - seen % indentation_.width;
    } else if (!IsContinuation(At(line, i))) {
      ++seen;
    }
  }
  return seen;
}

TextPosition TextBuffer::Left(TextPosition p) const {
  if (p.column > 0) {
    do --p.column;
    while (p.column > 0 && IsContinuation(At(Line(p.line), p.column)));
    return p;
  }
  return p.line > 0 ? TextPosition{p.line - 1, Length(Line(p.line - 1))} : p;
}

TextPosition TextBuffer::Right(TextPosition p) const {
  const std::string& line = Line(p.line);
  if (p.column < Length(line)) {
    do ++p.column;
    while (p.column < Length(line) && IsContinuation(At(line, p.column)));
    return p;
  }
  return p.line + 1 < line_count() ? TextPosition{p.line + 1, 0} : p;
}

TextPosition TextBuffer::WordLeft(TextPosition p) const {
  if (p.column == 0) return Left(p);
  const std::string& line = Line(p.line);
  while (p.column > 0 && ClassOf(At(line, p.column - 1)) == CharClass::kSpace) --p.column;
  if (p.column == 0) return p;
  const CharClass chosen = ClassOf(At(line, p.column - 1));
  while (p.column > 0 && ClassOf(At(line, p.column - 1)) == chosen) --p.column;
  return p;
}

TextPosition TextBuffer::WordRight(TextPosition p) const {
  const std::string& line = Line(p.line);
  if (p.column == Length(line)) return Right(p);
  const CharClass chosen = ClassOf(At(line, p.column));
  while (p.column < Length(line) && ClassOf(At(line, p.column)) == chosen) ++p.column;
  while (p.column < Length(line) && ClassOf(At(line, p.column)) == CharClass::kSpace) ++p.column;
  return p;
}

TextPosition TextBuffer::SmartHome(TextPosition p) const {
  const int first = LeadingSpaces(Line(p.line));
  return {p.line, p.column == first ? 0 : first};
}

TextSelection TextBuffer::WordAt(TextPosition position) const {
  const TextPosition at = Clamped(position);
  const std::string& line = Line(at.line);
  if (line.empty()) return {at, at};
  int begin = std::min(at.column, Length(line) - 1);
  const bool behind_a_word = begin > 0 && ClassOf(At(line, begin)) != CharClass::kWord &&
                             ClassOf(At(line, begin - 1)) == CharClass::kWord;
  if (behind_a_word) --begin;
  int end = begin;
  const CharClass chosen = ClassOf(At(line, begin));
  while (begin > 0 && ClassOf(At(line, begin - 1)) == chosen) --begin;
  while (end < Length(line) && ClassOf(At(line, end)) == chosen) ++end;
  return {{at.line, end}, {at.line, begin}};
}

void TextBuffer::MoveTo(TextPosition position, Selection selection) {
  const TextPosition to = Clamped(position);
  SetSelections({{to, selection == Selection::kDrop ? to : anchor()}}, 0);
}

void TextBuffer::MoveEach(const std::function<TextPosition(const TextSelection&)>& move,
                          Selection selection) {
  std::vector<TextSelection> moved = selections_;
  for (TextSelection& one : moved) {
    const TextPosition to = Clamped(move(one));
    one = {to, selection == Selection::kDrop ? to : one.anchor};
  }
  SetSelections(std::move(moved), primary_);
}

void TextBuffer::SelectAll() { SetSelections({{End(), {}}}, 0); }

void TextBuffer::SelectWordAt(TextPosition position) { SetSelections({WordAt(position)}, 0); }

void TextBuffer::SelectLine(int line) {
  const TextPosition begin = Clamped({line, 0});
  const TextPosition end = begin.line + 1 < line_count() ? TextPosition{begin.line + 1, 0} : End();
  SetSelections({{end, {begin.line, 0}}}, 0);
}

std::vector<int> TextBuffer::SelectedLines() const {
  std::vector<int> lines;
  for (const TextSelection& one : selections_) {
    const TextPosition begin = one.begin(), end = one.end();
    const int last = end.line > begin.line && end.column == 0 ? end.line - 1 : end.line;
    for (int i = begin.line; i <= last; ++i) {
      if (lines.empty() || lines.back() < i) lines.push_back(i);
    }
  }
  return lines;
}

// --- erasing
// Erases the ranges, which may overlap, and leaves a caret at each.
void TextBuffer::EraseRanges(const std::vector<TextSelection>& ranges, EditKind kind) {
  std::vector<TextSelection> sorted = ranges;
  std::sort(sorted.begin(), sorted.end(), [](const TextSelection& a, const TextSelection& b) {
    return std::pair(a.begin(), a.end()) < std::pair(b.begin(), b.end());
  });
  std::vector<TextChange> changes;
  for (const TextSelection& one : sorted) {
    if (!changes.empty() && one.begin() < changes.back().end) {
      changes.back().end = std::max(changes.back().end, one.end());
    } else {
      changes.push_back({one.begin(), one.end(), {}});
    }
  }
  const TextPosition chosen = ranges[primary_].begin();
  const auto after =
      std::upper_bound(changes.begin(), changes.end(), chosen,
                       [](TextPosition p, const TextChange& change) { return p < change.begin; });
  const std::vector<TextChange> inverse = Commit(changes, kind);
  if (inverse.empty()) return;
  primary_ = static_cast<std::size_t>(after - changes.begin()) - 1;
  SelectEnds(inverse);
}

void TextBuffer::EraseLeft() {
  std::vector<TextSelection> ranges = selections_;
  for (TextSelection& one : ranges) {
    if (!one.empty()) continue;
    const TextPosition caret = one.caret;
    const std::string& line = Line(caret.line);
    one.anchor = Left(caret);
    if (caret.column == 0 || LeadingSpaces(line) < caret.column) continue;
    const int seen = VisualColumn(caret);
    const int stop = (seen - 1) / indentation_.width * indentation_.width;
    int column = caret.column;
    for (int left = seen; left > stop && column > 0 && At(line, column - 1) == ' '; --left) {
      --column;
    }
    one.anchor.column = std::min(column, one.anchor.column);
  }
  EraseRanges(ranges, EditKind::kErasing);
}

void TextBuffer::EraseRight() {
  std::vector<TextSelection> ranges = selections_;
  for (TextSelection& one : ranges) {
    if (one.empty()) one.anchor = Right(one.caret);
  }
  EraseRanges(ranges, EditKind::kErasing);
}

void TextBuffer::EraseWordLeft() {
  std::vector<TextSelection> ranges = selections_;
  for (TextSelection& one : ranges) {
    if (one.empty()) one.anchor = WordLeft(one.caret);
  }
  EraseRanges(ranges, EditKind::kOther);
}

void TextBuffer::EraseWordRight() {
  std::vector<TextSelection> ranges = selections_;
  for (TextSelection& one : ranges) {
    if (one.empty()) one.anchor = WordRight(one.caret);
  }
  EraseRanges(ranges, EditKind::kOther);
}

// --- lines
void TextBuffer::InsertIndentedNewline() {
  static constexpr std::string_view kOpeners = "{([:";
  std::vector<std::string> texts;
  for (const TextSelection& one : selections_) {
    const TextPosition at = one.begin();
    const std::string& line = Line(at.line);
    std::string text = "\n";
    text.append(line, 0, static_cast<std::size_t>(std::min(LeadingSpaces(line), at.column)));
    int last = at.column;
    while (last > 0 && IsSpace(At(line, last - 1))) --last;
    if (last > 0 && kOpeners.find(At(line, last - 1)) != std::string_view::npos) {
      text += OneStep(indentation_);
    }
    texts.push_back(std::move(text));
  }
  InsertEach(texts, EditKind::kOther);
}

void TextBuffer::Indent() {
  const bool spans_lines =
      std::any_of(selections_.begin(), selections_.end(),
                  [](const TextSelection& one) { return one.begin().line != one.end().line; });
  if (!spans_lines) {
    std::vector<std::string> texts;
    for (const TextSelection& one : selections_) {
      const int spaces = indentation_.width - VisualColumn(one.begin()) % indentation_.width;
      texts.push_back(indentation_.tabs ? "\t"
                                        : std::string(static_cast<std::size_t>(spaces), ' '));
    }
    return InsertEach(texts, EditKind::kTyping);
  }
  IndentLines();
}

void TextBuffer::IndentLines() {
  std::vector<TextChange> changes;
  for (const int line : SelectedLines()) {
    if (!Line(line).empty()) changes.push_back({{line, 0}, {line, 0}, OneStep(indentation_)});
  }
  Apply(std::move(changes), EditKind::kOther);
}

void TextBuffer::Unindent() {
  std::vector<TextChange> changes;
  for (const int line : SelectedLines()) {
    const std::string& text = Line(line);
    int end = 0;
    while (end < std::min(LeadingSpaces(text), indentation_.width) && At(text, end) == ' ') ++end;
    if (end < indentation_.width && end < Length(text) && At(text, end) == '\t') ++end;
    if (end > 0) changes.push_back({{line, 0}, {line, end}, {}});
  }
  Apply(std::move(changes), EditKind::kOther);
}

void TextBuffer::ToggleComment(std::string_view mark) {
  const std::vector<int> lines = SelectedLines();
  const auto is_blank = [this](int i) { return LeadingSpaces(Line(i)) == Length(Line(i)); };
  const bool all_blank = std::all_of(lines.begin(), lines.end(), is_blank);
  int indent = -1;
  bool all_marked = true;
  for (const int line : lines) {
    if (is_blank(line) && !all_blank) continue;
    const int first = LeadingSpaces(Line(line));
    indent = indent < 0 ? first : std::min(indent, first);
    all_marked =
        all_marked &&
        std::string_view(Line(line)).substr(static_cast<std::size_t>(first)).starts_with(mark);
  }
  std::vector<TextChange> changes;
  for (const int line : lines) {
    if (is_blank(line) && !all_blank) continue;
    if (!all_marked) {
      changes.push_back({{line, indent}, {line, indent}, std::string(mark) + " "});
      continue;
    }
    const int begin = LeadingSpaces(Line(line));
    int end = begin + static_cast<int>(mark.size());
    if (end < Length(Line(line)) && At(Line(line), end) == ' ') ++end;
    changes.push_back({{line, begin}, {line, end}, {}});
  }
  Apply(std::move(changes), EditKind::kOther);
}

}  // namespace app
