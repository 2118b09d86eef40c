// A text being edited: its lines, the selections, undo and redo. Knows nothing of the screen.
// One thread at a time; no shared state. Columns are bytes and always stand between UTF-8
// characters. Invariants: there is at least one line; lines hold no '\n' and no '\r'; there is at
// least one selection; selections are sorted, disjoint and lie inside the text. One of them is the
// primary one, which caret(), anchor() and the other bare words speak of. What edits acts on every
// selection and is undone in one step; undo brings the selections back, too.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct TextPosition {
  int line = 0;
  int column = 0;
  auto operator<=>(const TextPosition&) const = default;
};

struct TextSelection {
  TextPosition caret;
  TextPosition anchor;
  TextPosition begin() const { return std::min(caret, anchor); }
  TextPosition end() const { return std::max(caret, anchor); }
  bool empty() const { return caret == anchor; }
  bool operator==(const TextSelection&) const = default;
};

// [begin, end) becomes `text`.
struct TextChange {
  TextPosition begin;
  TextPosition end;
  std::string text;
};

// Lines [first, first + removed) of an earlier version are now lines [first, first + added); those
// before are as they were, those after have only moved.
struct LineDamage {
  int first = 0;
  int removed = 0;
  int added = 0;
};

struct Indentation {
  bool tabs = false;
  int width = 4;  // of one step, and of a tab, in columns
};

class TextBuffer {
 public:
  // Letters typed in a row are undone word by word, characters erased in a row together.
  enum class EditKind { kTyping, kErasing, kOther };
  enum class Selection { kExtend, kDrop };

  TextBuffer() = default;
  explicit TextBuffer(std::string_view text) { SetText(text); }

  // Replaces everything and forgets the history. Carriage returns are dropped.
  void SetText(std::string_view text);
  std::string Text() const;
  std::string TextBetween(TextPosition begin, TextPosition end) const;
  const std::vector<std::string>& lines() const { return lines_; }
  const std::string& Line(int line) const { return lines_[static_cast<std::size_t>(line)]; }
  int line_count() const { return static_cast<int>(lines_.size()); }
  bool empty() const { return lines_.size() == 1 && lines_[0].empty(); }
  // Grows with every change of the text.
  std::uint64_t version() const { return version_; }
  // What changed since the text was at `version`; the whole text when that is long ago. Without a
  // change: {line_count(), 0, 0}.
  LineDamage DamageSince(std::uint64_t version) const;
  int FirstChangedLine(std::uint64_t since_version) const {
    return DamageSince(since_version).first;
  }
  const Indentation& indentation() const { return indentation_; }
  void SetIndentation(Indentation indentation) { indentation_ = indentation; }
  // The column at which byte `column` of the line is seen, tabs spread out.
  int VisualColumn(TextPosition position) const;

  TextPosition caret() const { return selections_[primary_].caret; }
  TextPosition anchor() const { return selections_[primary_].anchor; }
  TextPosition selection_begin() const { return selections_[primary_].begin(); }
  TextPosition selection_end() const { return selections_[primary_].end(); }
  bool HasSelection() const { return caret() != anchor(); }
  const std::vector<TextSelection>& selections() const { return selections_; }
  std::size_t primary() const { return primary_; }
  // Any order; clamped into the text; those that touch or overlap are made one.
  // REQUIRES: at least one, primary < selections.size().
  void SetSelections(std::vector<TextSelection> selections, std::size_t primary);
  void AddSelection(TextSelection selection);  // it becomes the primary one
  void DropExtraSelections();                  // only the primary one stays
  std::string SelectedText() const;            // of all selections, joined by line breaks
  // These leave one selection.
  void MoveTo(TextPosition position, Selection selection);
  void SelectAll();
  void SelectWordAt(TextPosition position);
  void SelectLine(int line);
  // Moves every caret to where `move` sends it.
  void MoveEach(const std::function<TextPosition(const TextSelection&)>& move, Selection selection);

  TextPosition End() const;
  TextPosition Clamped(TextPosition position) const;
  TextPosition Left(TextPosition position) const;
  TextPosition Right(TextPosition position) const;
  TextPosition WordLeft(TextPosition position) const;
  TextPosition WordRight(TextPosition position) const;
  // The first character of the line that is no space, or column 0 when already there.
  TextPosition SmartHome(TextPosition position) const;
  // The word (or run of like characters) around `position`, as a selection with the caret behind.
  TextSelection WordAt(TextPosition position) const;

  void Insert(std::string_view text, EditKind kind);  // over every selection
  // One text for each selection. REQUIRES: texts.size() == selections().size().
  void InsertEach(const std::vector<std::string>& texts, EditKind kind);
  // Leaves one caret behind the new text.
  void Replace(TextPosition begin, TextPosition end, std::string_view text,
               EditKind kind = EditKind::kOther);
  // All at once, in positions of the text as it is now; the selections follow their text.
  // REQUIRES: sorted, disjoint (they may touch), inside the text.
  void Apply(std::vector<TextChange> changes, EditKind kind);
  void EraseLeft();  // the selection, else one character; a whole indent before the first letter
  void EraseRight();
  void EraseWordLeft();
  void EraseWordRight();
  // A new line indented like this one, and deeper after an opening bracket or colon.
  void InsertIndentedNewline();
  // One step of indentation at the caret, or before each of the selected lines.
  void Indent();
  void IndentLines();  // even where no selection spans lines
  void Unindent();
  // Puts `mark` and a space before the selected lines, or takes it away when all have it.
  void ToggleComment(std::string_view mark);
  // The lines that selections touch, ascending, once each. A selection that ends before the first
  // character of a line does not touch that line.
  std::vector<int> SelectedLines() const;

  bool Undo();
  bool Redo();
  // Edits between the two are undone as one step. They nest. See UndoStep for the scoped form.
  void BeginStep();
  void EndStep();

 private:
  struct SelectionSet {
    std::vector<TextSelection> all;
    std::size_t primary = 0;
  };
  struct Step {
    // Each holds what takes the text back, or forward again once it has been undone.
    std::vector<std::vector<TextChange>> batches;
    SelectionSet before;
    SelectionSet after;
    EditKind kind = EditKind::kOther;
    bool ends_with_space = false;
    std::size_t bytes = 0;
  };
  struct Damage {
    std::uint64_t version = 0;  // after it
    LineDamage lines;
  };

  std::vector<TextChange> Commit(const std::vector<TextChange>& changes, EditKind kind);
  std::vector<TextChange> Splice(const std::vector<TextChange>& changes);
  void Record(std::vector<TextChange> inverse, EditKind kind, std::string_view typed);
  bool Joins(EditKind kind, std::string_view typed) const;
  void TrimHistory();
  void EraseRanges(const std::vector<TextSelection>& ranges, EditKind kind);
  void SelectEnds(const std::vector<TextChange>& inverse);
  void Normalize();
  void Seal();

  std::vector<std::string> lines_{std::string()};
  std::vector<TextSelection> selections_{TextSelection{}};
  std::size_t primary_ = 0;
  Indentation indentation_;
  std::deque<Step> steps_;
  std::size_t done_ = 0;     // steps_[done_..] have been undone
  std::size_t bytes_ = 0;    // what steps_ hold
  bool sealed_ = true;       // the next edit starts an undo step of its own
  int open_steps_ = 0;       // BeginStep without EndStep
  bool step_begun_ = false;  // the open step has an edit
  std::uint64_t version_ = 0;
  std::deque<Damage> damage_;
};

class UndoStep {
 public:
  explicit UndoStep(TextBuffer* buffer) : buffer_(buffer) { buffer_->BeginStep(); }
  ~UndoStep() { buffer_->EndStep(); }
  UndoStep(const UndoStep&) = delete;
  UndoStep& operator=(const UndoStep&) = delete;

 private:
  TextBuffer* buffer_;
};

}  // namespace app
