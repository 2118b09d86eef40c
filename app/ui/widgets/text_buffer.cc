// Lines, selection and undo of a text being edited.
#include "app/ui/widgets/text_buffer.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace app {
namespace {

constexpr int kTabStop = 4;

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

enum class CharClass { kSpace, kWord, kOther };

CharClass ClassOf(char c) {
  if (c == ' ' || c == '\t') return CharClass::kSpace;
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80 ? CharClass::kWord : CharClass::kOther;
}

int Length(const std::string& line) { return static_cast<int>(line.size()); }
char At(const std::string& line, int column) { return line[static_cast<std::size_t>(column)]; }
std::string Cut(const std::string& line, int begin, int end) {
  return line.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

int LeadingSpaces(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string::npos ? Length(line) : static_cast<int>(first);
}

// Where `text` ends when it stands at `at`.
TextPosition EndOf(TextPosition at, std::string_view text) {
  const auto breaks = std::count(text.begin(), text.end(), '\n');
  if (breaks == 0) return {at.line, at.column + static_cast<int>(text.size())};
  return {at.line + static_cast<int>(breaks), static_cast<int>(text.size() - text.rfind('\n') - 1)};
}

}  // namespace

void TextBuffer::SetText(std::string_view text) {
  std::string clean(text);
  std::erase(clean, '\r');
  lines_.assign(1, std::string());
  RawInsert({}, clean);
  caret_ = anchor_ = {};
  edits_.clear();
  done_ = 0;
  sealed_ = true;
}

std::string TextBuffer::Text() const { return TextBetween({}, End()); }

std::string TextBuffer::SelectedText() const {
  return TextBetween(selection_begin(), selection_end());
}

void TextBuffer::MoveTo(TextPosition position, Selection selection) {
  caret_ = Clamped(position);
  if (selection == Selection::kDrop) anchor_ = caret_;
  sealed_ = true;
}

void TextBuffer::SelectAll() {
  anchor_ = {};
  caret_ = End();
  sealed_ = true;
}

void TextBuffer::SelectWordAt(TextPosition position) {
  const TextPosition at = Clamped(position);
  const std::string& line = Line(at.line);
  int begin = std::min(at.column, std::max(0, Length(line) - 1));
  int end = begin;
  if (!line.empty()) {
    const CharClass chosen = ClassOf(At(line, begin));
    while (begin > 0 && ClassOf(At(line, begin - 1)) == chosen) --begin;
    while (end < Length(line) && ClassOf(At(line, end)) == chosen) ++end;
  }
  anchor_ = {at.line, begin};
  caret_ = {at.line, end};
  sealed_ = true;
}

void TextBuffer::SelectLine(int line) {
  anchor_ = Clamped({line, 0});
  caret_ = line + 1 < line_count() ? TextPosition{line + 1, 0} : End();
  sealed_ = true;
}

TextPosition TextBuffer::End() const { return {line_count() - 1, Length(lines_.back())}; }

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

void TextBuffer::Insert(std::string_view text, EditKind kind) {
  if (text.find('\r') != std::string_view::npos) {
    std::string clean(text);
    std::erase(clean, '\r');
    return Replace(selection_begin(), selection_end(), clean, kind);
  }
  Replace(selection_begin(), selection_end(), text, kind);
}

void TextBuffer::EraseLeft() {
  TextPosition from = Left(caret_);
  const int column = caret_.column;
  if (column > 0 && LeadingSpaces(Line(caret_.line)) >= column) {
    from = {caret_.line, (column - 1) / kTabStop * kTabStop};
  }
  Replace(HasSelection() ? selection_begin() : from, selection_end(), "", EditKind::kOther);
}

void TextBuffer::EraseRight() {
  Replace(selection_begin(), HasSelection() ? selection_end() : Right(caret_), "",
          EditKind::kOther);
}

void TextBuffer::EraseWordLeft() {
  Replace(HasSelection() ? selection_begin() : WordLeft(caret_), selection_end(), "",
          EditKind::kOther);
}

void TextBuffer::EraseWordRight() {
  Replace(selection_begin(), HasSelection() ? selection_end() : WordRight(caret_), "",
          EditKind::kOther);
}

void TextBuffer::InsertIndentedNewline() {
  const TextPosition at = selection_begin();
  const std::string& line = Line(at.line);
  int indent = std::min(LeadingSpaces(line), at.column);
  int last = at.column;
  while (last > 0 && At(line, last - 1) == ' ') --last;
  static constexpr std::string_view kOpeners = "{([:";
  if (last > 0 && kOpeners.find(At(line, last - 1)) != std::string_view::npos) indent += kTabStop;
  Insert("\n" + std::string(static_cast<std::size_t>(indent), ' '), EditKind::kOther);
}

void TextBuffer::Indent() {
  if (selection_begin().line == selection_end().line) {
    const int spaces = kTabStop - selection_begin().column % kTabStop;
    return Insert(std::string(static_cast<std::size_t>(spaces), ' '), EditKind::kTyping);
  }
  std::vector<std::string> lines;
  for (int i = selection_begin().line; i <= selection_end().line; ++i) {
    lines.push_back(Line(i).empty() ? Line(i) : std::string(kTabStop, ' ') + Line(i));
  }
  ReplaceLines(selection_begin().line, selection_end().line, lines);
}

void TextBuffer::Unindent() {
  std::vector<std::string> lines;
  for (int i = selection_begin().line; i <= selection_end().line; ++i) {
    const int spaces = std::min(LeadingSpaces(Line(i)), kTabStop);
    lines.push_back(Line(i).substr(static_cast<std::size_t>(spaces)));
  }
  ReplaceLines(selection_begin().line, selection_end().line, lines);
}

void TextBuffer::ToggleComment(std::string_view mark) {
  const std::string prefix = std::string(mark) + " ";
  const int first = selection_begin().line, last = selection_end().line;
  bool all = true;
  for (int i = first; i <= last; ++i) all = all && Line(i).starts_with(prefix);
  std::vector<std::string> lines;
  for (int i = first; i <= last; ++i) {
    lines.push_back(all ? Line(i).substr(prefix.size()) : prefix + Line(i));
  }
  ReplaceLines(first, last, lines);
}

bool TextBuffer::Undo() {
  if (done_ == 0) return false;
  const Edit& edit = edits_[--done_];
  RawErase(edit.at, EndOf(edit.at, edit.inserted));
  RawInsert(edit.at, edit.removed);
  caret_ = edit.caret_before;
  anchor_ = edit.anchor_before;
  sealed_ = true;
  return true;
}

bool TextBuffer::Redo() {
  if (done_ == edits_.size()) return false;
  const Edit& edit = edits_[done_++];
  RawErase(edit.at, EndOf(edit.at, edit.removed));
  caret_ = anchor_ = RawInsert(edit.at, edit.inserted);
  sealed_ = true;
  return true;
}

// The one door through which the text changes.
void TextBuffer::Replace(TextPosition begin, TextPosition end, std::string_view text,
                         EditKind kind) {
  if (begin == end && text.empty()) return;
  edits_.resize(done_);
  const bool joins = kind == EditKind::kTyping && !sealed_ && begin == end && done_ > 0 &&
                     edits_.back().kind == EditKind::kTyping &&
                     EndOf(edits_.back().at, edits_.back().inserted) == begin;
  if (joins) {
    edits_.back().inserted += text;
  } else {
    edits_.push_back({begin, TextBetween(begin, end), std::string(text), caret_, anchor_, kind});
    ++done_;
  }
  RawErase(begin, end);
  caret_ = anchor_ = RawInsert(begin, text);
  sealed_ = kind != EditKind::kTyping;
}

// Replaces whole lines in one undo step; caret and anchor keep their distance to the end of their
// line.
void TextBuffer::ReplaceLines(int first, int last, const std::vector<std::string>& lines) {
  const auto from_end = [this](TextPosition p) { return Length(Line(p.line)) - p.column; };
  const TextPosition caret = caret_, anchor = anchor_;
  const int caret_from_end = from_end(caret), anchor_from_end = from_end(anchor);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "\n") + lines[i];
  Replace({first, 0}, {last, Length(Line(last))}, text, EditKind::kOther);
  const auto place = [this](int line, int distance) {
    return Clamped({line, std::max(0, Length(Line(line)) - distance)});
  };
  caret_ = place(caret.line, caret_from_end);
  anchor_ = place(anchor.line, anchor_from_end);
}

std::string TextBuffer::TextBetween(TextPosition begin, TextPosition end) const {
  if (begin.line == end.line) return Cut(Line(begin.line), begin.column, end.column);
  std::string text = Line(begin.line).substr(static_cast<std::size_t>(begin.column));
  for (int i = begin.line + 1; i < end.line; ++i) text += "\n" + Line(i);
  return text + "\n" + Cut(Line(end.line), 0, end.column);
}

void TextBuffer::RawErase(TextPosition begin, TextPosition end) {
  ++version_;
  std::string& first = lines_[static_cast<std::size_t>(begin.line)];
  const std::string tail = Line(end.line).substr(static_cast<std::size_t>(end.column));
  first.resize(static_cast<std::size_t>(begin.column));
  first += tail;
  lines_.erase(lines_.begin() + begin.line + 1, lines_.begin() + end.line + 1);
}

TextPosition TextBuffer::RawInsert(TextPosition at, std::string_view text) {
  ++version_;
  const TextPosition end = EndOf(at, text);
  std::string& first = lines_[static_cast<std::size_t>(at.line)];
  const std::string tail = first.substr(static_cast<std::size_t>(at.column));
  first.resize(static_cast<std::size_t>(at.column));
  std::vector<std::string> added;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t stop = text.find('\n', begin);
    const std::string_view piece =
        text.substr(begin, stop == std::string_view::npos ? stop : stop - begin);
    if (begin == 0) {
      first += piece;
    } else {
      added.emplace_back(piece);
    }
    if (stop == std::string_view::npos) break;
    begin = stop + 1;
  }
  (added.empty() ? first : added.back()) += tail;
  lines_.insert(lines_.begin() + at.line + 1, std::make_move_iterator(added.begin()),
                std::make_move_iterator(added.end()));
  return end;
}

TextPosition TextBuffer::Clamped(TextPosition p) const {
  p.line = std::clamp(p.line, 0, line_count() - 1);
  p.column = std::clamp(p.column, 0, Length(Line(p.line)));
  while (p.column > 0 && p.column < Length(Line(p.line)) &&
         IsContinuation(At(Line(p.line), p.column))) {
    --p.column;
  }
  return p;
}

}  // namespace app
