// A text being edited: its lines, the caret and selection, undo and redo. Knows nothing of the
// screen. One thread at a time; no shared state. Columns are bytes and always stand between UTF-8
// characters. Invariant: there is at least one line; lines hold no '\n'; the caret lies inside the
// text.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct TextPosition {
  int line = 0;
  int column = 0;
  auto operator<=>(const TextPosition&) const = default;
};

class TextBuffer {
 public:
  enum class EditKind { kTyping, kOther };  // letters typed in a row are undone together
  enum class Selection { kExtend, kDrop };

  TextBuffer() = default;
  explicit TextBuffer(std::string_view text) { SetText(text); }

  // Replaces everything and forgets the history. Carriage returns are dropped.
  void SetText(std::string_view text);
  std::string Text() const;
  const std::vector<std::string>& lines() const { return lines_; }
  const std::string& Line(int line) const { return lines_[static_cast<std::size_t>(line)]; }
  int line_count() const { return static_cast<int>(lines_.size()); }
  bool empty() const { return lines_.size() == 1 && lines_[0].empty(); }
  // Grows with every change of the text.
  std::uint64_t version() const { return version_; }

  TextPosition caret() const { return caret_; }
  TextPosition anchor() const { return anchor_; }
  TextPosition selection_begin() const { return std::min(caret_, anchor_); }
  TextPosition selection_end() const { return std::max(caret_, anchor_); }
  bool HasSelection() const { return caret_ != anchor_; }
  std::string SelectedText() const;
  void MoveTo(TextPosition position, Selection selection);
  void SelectAll();
  void SelectWordAt(TextPosition position);
  void SelectLine(int line);

  TextPosition End() const;
  TextPosition Left(TextPosition position) const;
  TextPosition Right(TextPosition position) const;
  TextPosition WordLeft(TextPosition position) const;
  TextPosition WordRight(TextPosition position) const;
  // The first character of the line that is no space, or column 0 when already there.
  TextPosition SmartHome(TextPosition position) const;

  void Insert(std::string_view text, EditKind kind);  // over the selection
  void EraseLeft();  // the selection, else one character; a whole indent before the first letter
  void EraseRight();
  void EraseWordLeft();
  void EraseWordRight();
  // A new line indented like this one, and deeper after an opening bracket or colon.
  void InsertIndentedNewline();
  // Spaces up to the next tab stop, or the selected lines moved one stop.
  void Indent();
  void Unindent();
  // Puts `mark` and a space before the selected lines, or takes it away when all have it.
  void ToggleComment(std::string_view mark);
  bool Undo();
  bool Redo();

 private:
  struct Edit {
    TextPosition at;
    std::string removed;
    std::string inserted;
    TextPosition caret_before;
    TextPosition anchor_before;
    EditKind kind = EditKind::kOther;
  };

  void Replace(TextPosition begin, TextPosition end, std::string_view text, EditKind kind);
  void ReplaceLines(int first, int last, const std::vector<std::string>& lines);
  std::string TextBetween(TextPosition begin, TextPosition end) const;
  void RawErase(TextPosition begin, TextPosition end);
  TextPosition RawInsert(TextPosition at, std::string_view text);
  TextPosition Clamped(TextPosition position) const;

  std::vector<std::string> lines_{std::string()};
  TextPosition caret_;
  TextPosition anchor_;
  std::vector<Edit> edits_;
  std::size_t done_ = 0;  // edits_[done_..] have been undone
  bool sealed_ = true;    // the next letter starts an undo step of its own
  std::uint64_t version_ = 0;
};

}  // namespace app
