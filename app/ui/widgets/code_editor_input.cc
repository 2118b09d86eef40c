// What keys and characters do.
#include <algorithm>
#include <string>
#include <vector>

#include "app/ui/widgets/code_editor_frame.h"

namespace app {
namespace {

using Selection = TextBuffer::Selection;
using EditKind = TextBuffer::EditKind;

void AppendUtf8(ImWchar code, std::string* out) {
  const unsigned c = code;
  if (c < 0x80) {
    *out += static_cast<char>(c);
  } else if (c < 0x800) {
    *out += static_cast<char>(0xC0 | (c >> 6));
    *out += static_cast<char>(0x80 | (c & 63));
  } else {
    *out += static_cast<char>(0xE0 | (c >> 12));
    *out += static_cast<char>(0x80 | ((c >> 6) & 63));
    *out += static_cast<char>(0x80 | (c & 63));
  }
}

}  // namespace

bool CodeEditorFrame::Pressed(Key key, bool repeat) const {
  return !used_[static_cast<std::size_t>(key)] && KeyPressed(key, repeat);
}

void CodeEditorFrame::Moved() {
  state_.goal_x = -1;
  state_.follow_caret = true;
  state_.shown_diagnostic = -1;
  state_.caret_since = context_.now;
}

void CodeEditorFrame::Changed() {
  result_.changed = true;
  Moved();
}

// Vim keys, completion and the like see everything first.
void CodeEditorFrame::AskFilters() {
  if (options_.filters.empty()) return;
  const std::uint64_t version = text_.version();
  const std::vector<TextSelection> before = text_.selections();
  const Modifiers modifiers = CurrentModifiers();
  for (int i = 1; i < kKeyCount; ++i) {
    const Key key = static_cast<Key>(i);
    if (!KeyPressed(key)) continue;
    for (CodeKeyFilter* filter : options_.filters) {
      if (!used_[static_cast<std::size_t>(i)] && filter->OnKey(key, modifiers, &text_)) {
        used_[static_cast<std::size_t>(i)] = true;
      }
    }
  }
  if (text_.version() != version) {
    Changed();
  } else if (text_.selections() != before) {
    Moved();
  }
}

void CodeEditorFrame::TakeText() {
  if (CurrentModifiers().command()) return;
  std::string typed;
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
    if (c >= 32 && c != 127) AppendUtf8(c, &typed);
  }
  if (typed.empty()) return;
  const std::uint64_t version = text_.version();
  const std::vector<TextSelection> before = text_.selections();
  const bool used = std::any_of(options_.filters.begin(), options_.filters.end(),
                                [&](CodeKeyFilter* one) { return one->OnText(typed, &text_); });
  if (!used && !options_.read_only) {
    // Letter by letter, so that brackets typed fast find their partners, too.
    for (std::size_t at = 0; at < typed.size();) {
      int bytes = 1;
      FirstCharacter(std::string_view(typed).substr(at), &bytes);
      TypeCode(&text_, std::string_view(typed).substr(at, static_cast<std::size_t>(bytes)), Code());
      at += static_cast<std::size_t>(bytes);
    }
  }
  if (text_.version() != version) {
    Changed();
  } else if (text_.selections() != before) {
    Moved();
  }
}

void CodeEditorFrame::MoveRows(int rows, Selection selection) {
  const TextPosition caret = text_.caret();
  const float goal = state_.goal_x >= 0 ? state_.goal_x : RowOf(caret.line).XOf(caret.column);
  const bool single = text_.selections().size() == 1;
  text_.MoveEach(
      [&](const TextSelection& one) {
        const int line = one.caret.line + rows;
        if (line < 0) return TextPosition{};
        if (line >= text_.line_count()) return text_.End();
        const float x = single ? goal : RowOf(one.caret.line).XOf(one.caret.column);
        return TextPosition{line, RowOf(line).ColumnAt(x)};
      },
      selection);
  Moved();
  state_.goal_x = goal;
}

void CodeEditorFrame::TakeMoves(const Modifiers& modifiers) {
  const Selection selection = modifiers.shift ? Selection::kExtend : Selection::kDrop;
  const bool by_word = modifiers.ctrl;
  const auto move = [&](Key key, const auto& to) {
    if (!Pressed(key)) return;
    text_.MoveEach(to, selection);
    Moved();
  };
  if (modifiers.alt) return;
  const auto collapses = [&](const TextSelection& one) {
    return !one.empty() && !modifiers.shift && !by_word;
  };
  move(Key::kLeft, [&](const TextSelection& one) {
    if (collapses(one)) return one.begin();
    return by_word ? text_.WordLeft(one.caret) : text_.Left(one.caret);
  });
  move(Key::kRight, [&](const TextSelection& one) {
    if (collapses(one)) return one.end();
    return by_word ? text_.WordRight(one.caret) : text_.Right(one.caret);
  });
  move(Key::kHome, [&](const TextSelection& one) {
    return by_word ? TextPosition{} : text_.SmartHome(one.caret);
  });
  move(Key::kEnd, [&](const TextSelection& one) {
    const int size = static_cast<int>(text_.Line(one.caret.line).size());
    return by_word ? text_.End() : TextPosition{one.caret.line, size};
  });
  if (by_word) {  // Ctrl+Up and Ctrl+Down scroll
    const float step = Pressed(Key::kUp) ? -line_height_ : Pressed(Key::kDown) ? line_height_ : 0;
    if (step != 0) ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + step));
    return;
  }
  if (Pressed(Key::kUp)) MoveRows(-1, selection);
  if (Pressed(Key::kDown)) MoveRows(1, selection);
  const int page = std::max(1, state_.visible_lines - 1);
  if (Pressed(Key::kPageUp)) MoveRows(-page, selection);
  if (Pressed(Key::kPageDown)) MoveRows(page, selection);
}

// Without a selection, whole lines are meant.
void CodeEditorFrame::CopySelection() {
  if (text_.HasSelection()) {
    ImGui::SetClipboardText(text_.SelectedText().c_str());
    return;
  }
  std::string lines;
  for (const int line : text_.SelectedLines()) lines += text_.Line(line) + "\n";
  state_.copied_lines = lines;
  ImGui::SetClipboardText(lines.c_str());
}

void CodeEditorFrame::Paste() {
  const char* clipboard = ImGui::GetClipboardText();
  const std::string pasted = clipboard != nullptr ? clipboard : "";
  if (pasted.empty()) return;
  const std::size_t carets = text_.selections().size();
  const TextBuffer lines(pasted);
  if (carets == 1 && pasted == state_.copied_lines && !text_.HasSelection()) {
    const TextPosition start{text_.caret().line, 0};
    text_.Apply({{start, start, pasted}}, EditKind::kOther);
  } else if (carets > 1 && lines.lines().size() == carets) {
    text_.InsertEach(lines.lines(), EditKind::kOther);
  } else {
    text_.Insert(pasted, EditKind::kOther);
  }
  result_.pasted += pasted.size();
  Changed();
}

void CodeEditorFrame::TakeClipboard(const Modifiers& modifiers) {
  if (modifiers.shift) return;
  const bool cut = Pressed(Key::kX, false) && !options_.read_only;
  if (cut || Pressed(Key::kC, false)) {
    CopySelection();
    if (cut) {
      text_.HasSelection() ? text_.EraseRight() : DeleteLines(&text_);
      Changed();
    }
  }
  if (!options_.read_only && Pressed(Key::kV)) Paste();
}

void CodeEditorFrame::TakeLineCommands(const Modifiers& modifiers) {
  if (modifiers.ctrl && modifiers.alt) {
    const int direction = Pressed(Key::kUp) ? -1 : Pressed(Key::kDown) ? 1 : 0;
    if (direction != 0) {
      AddCaretVertically(&text_, direction);
      Moved();
    }
    return;
  }
  if (!modifiers.alt || options_.read_only) return;
  const std::uint64_t version = text_.version();
  if (Pressed(Key::kUp)) modifiers.shift ? DuplicateLines(&text_, -1) : MoveLines(&text_, -1);
  if (Pressed(Key::kDown)) modifiers.shift ? DuplicateLines(&text_, 1) : MoveLines(&text_, 1);
  if (text_.version() != version) Changed();
}

void CodeEditorFrame::TakeCommands(const Modifiers& modifiers) {
  if (!modifiers.command()) return;
  const bool shift = modifiers.shift;
  const std::vector<TextSelection> before = text_.selections();
  if (!shift && Pressed(Key::kA, false)) text_.SelectAll();
  if (!shift && Pressed(Key::kD)) SelectNextOccurrence(&text_);
  if (shift && Pressed(Key::kL, false)) SelectAllOccurrences(&text_);
  if (!shift && Pressed(Key::kL)) {
    const int last = text_.selection_end().line;
    const TextPosition begin{text_.selection_begin().line, 0};
    text_.SelectLine(last);
    text_.SetSelections({{text_.caret(), begin}}, 0);
  }
  if (Pressed(Key::kM, false)) {
    const auto pair = MatchBracket(text_, text_.caret(), Code());
    if (pair) text_.MoveTo(pair->second, Selection::kDrop);
  }
  if (text_.selections() != before) Moved();
  if (shift && Pressed(Key::kPeriod, false)) state_.show_whitespace = !state_.show_whitespace;
  if (options_.read_only) return;
  const std::uint64_t version = text_.version();
  if (Pressed(Key::kY) || (shift && Pressed(Key::kZ))) {
    text_.Redo();
  } else if (!shift && Pressed(Key::kZ)) {
    text_.Undo();
  }
  if (options_.language != nullptr && Pressed(Key::kSlash)) {
    const std::string_view mark = CommentMark(*options_.language);
    if (!mark.empty()) text_.ToggleComment(mark);
  }
  if (shift && Pressed(Key::kD)) DuplicateLines(&text_, 1);
  if (shift && Pressed(Key::kK)) DeleteLines(&text_);
  if (!shift && Pressed(Key::kJ)) JoinLines(&text_);
  if (Pressed(Key::kLeftBracket)) text_.Unindent();
  if (Pressed(Key::kRightBracket)) text_.IndentLines();
  if (text_.version() != version) Changed();
}

void CodeEditorFrame::TakeEdits(const Modifiers& modifiers) {
  if (options_.read_only || modifiers.alt) return;
  const std::uint64_t version = text_.version();
  const bool by_word = modifiers.ctrl;
  if (Pressed(Key::kBackspace)) by_word ? text_.EraseWordLeft() : EraseLeftInCode(&text_);
  if (Pressed(Key::kDelete)) by_word ? text_.EraseWordRight() : text_.EraseRight();
  const bool enter = Pressed(Key::kEnter) || Pressed(Key::kKeypadEnter);
  if (enter && !modifiers.ctrl) BreakCodeLine(&text_, Code());
  if (!modifiers.ctrl && Pressed(Key::kTab)) modifiers.shift ? text_.Unindent() : text_.Indent();
  if (text_.version() != version) Changed();
}

void CodeEditorFrame::TakeKeys() {
  const Modifiers modifiers = CurrentModifiers();
  if (options_.language != nullptr) {
    state_.lines.CatchUp(text_, options_.language, 0);  // takes over what others changed
  }
  AskFilters();
  TakeText();
  TakeMoves(modifiers);
  TakeLineCommands(modifiers);
  TakeCommands(modifiers);
  if (modifiers.command()) TakeClipboard(modifiers);
  TakeEdits(modifiers);
  if (Pressed(Key::kF8)) GoToProblem(modifiers.shift ? -1 : 1);
  if (Pressed(Key::kEscape, false)) {
    state_.shown_diagnostic = -1;
    if (text_.selections().size() > 1)
      text_.DropExtraSelections();
    else
      text_.MoveTo(text_.caret(), Selection::kDrop);
  }
}

}  // namespace app
