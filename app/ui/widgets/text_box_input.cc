// What keys, characters and the mouse do to a text box.
#include <algorithm>
#include <string>

#include "app/ui/widgets/text_box_frame.h"

namespace app {
namespace {

using Mode = TextBoxOptions::Mode;
using Row = TextBoxState::Row;
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

void TextBoxFrame::Changed() {
  result_.changed = true;
  state_.follow_caret = true;
  state_.goal_x = -1;
  state_.caret_since = context_.now;
}

void TextBoxFrame::Move(TextPosition to, bool extend) {
  text_.MoveTo(to, extend ? Selection::kExtend : Selection::kDrop);
  state_.goal_x = -1;
  state_.follow_caret = true;
  state_.caret_since = context_.now;
}

void TextBoxFrame::MoveRows(int rows, bool extend) {
  Layout(state_.laid_out_width);
  const int row = RowOf(text_.caret());
  const Row& from = state_.rows[static_cast<std::size_t>(row)];
  const float goal =
      state_.goal_x >= 0 ? state_.goal_x : WidthOf(from.line, from.begin, text_.caret().column);
  const int target = row + rows;
  if (target < 0) {
    Move({}, extend);
  } else if (target >= static_cast<int>(state_.rows.size())) {
    Move(text_.End(), extend);
  } else {
    Move(PositionAt(target, goal), extend);
  }
  state_.goal_x = goal;
}

void TextBoxFrame::TakeText() {
  const auto& queue = ImGui::GetIO().InputQueueCharacters;
  if (CurrentModifiers().command() || options_.read_only) return;
  std::string typed;
  for (const ImWchar c : queue) {
    if (c >= 32 && c != 127) AppendUtf8(c, &typed);
  }
  if (typed.empty()) return;
  text_.Insert(typed, EditKind::kTyping);
  Changed();
}

void TextBoxFrame::TakeMoves(bool extend, bool by_word) {
  const bool collapse = text_.HasSelection() && !extend && !by_word;
  const TextPosition caret = text_.caret();
  if (KeyPressed(Key::kLeft)) {
    Move(collapse  ? text_.selection_begin()
         : by_word ? text_.WordLeft(caret)
                   : text_.Left(caret),
         extend);
  }
  if (KeyPressed(Key::kRight)) {
    Move(collapse  ? text_.selection_end()
         : by_word ? text_.WordRight(caret)
                   : text_.Right(caret),
         extend);
  }
  if (KeyPressed(Key::kUp)) MoveRows(-1, extend);
  if (KeyPressed(Key::kDown)) MoveRows(1, extend);
  if (KeyPressed(Key::kPageUp)) MoveRows(-page_rows_, extend);
  if (KeyPressed(Key::kPageDown)) MoveRows(page_rows_, extend);
  const Row& row = state_.rows[static_cast<std::size_t>(RowOf(text_.caret()))];
  if (KeyPressed(Key::kHome)) {
    Move(by_word                        ? TextPosition{}
         : options_.mode == Mode::kCode ? text_.SmartHome(text_.caret())
                                        : TextPosition{row.line, row.begin},
         extend);
  }
  if (KeyPressed(Key::kEnd)) {
    const TextPosition end{row.line, row.end};
    Move(by_word ? text_.End() : IsLastRowOfLine(row) ? end : text_.Left(end), extend);
  }
}

void TextBoxFrame::TakeCommands() {
  const Modifiers modifiers = CurrentModifiers();
  if (!modifiers.command()) return;
  if (KeyPressed(Key::kA, false)) text_.SelectAll();
  const bool cut = KeyPressed(Key::kX, false) && !options_.read_only;
  if ((cut || KeyPressed(Key::kC, false)) && text_.HasSelection()) {
    ImGui::SetClipboardText(text_.SelectedText().c_str());
    if (cut) {
      text_.EraseRight();
      Changed();
    }
  }
  if (options_.read_only) return;
  if (KeyPressed(Key::kV)) {
    const char* clipboard = ImGui::GetClipboardText();
    std::string pasted = clipboard != nullptr ? clipboard : "";
    if (options_.mode == Mode::kLine) std::replace(pasted.begin(), pasted.end(), '\n', ' ');
    if (!pasted.empty()) {
      text_.Insert(pasted, EditKind::kOther);
      result_.pasted += pasted.size();
      Changed();
    }
  }
  const bool redo = KeyPressed(Key::kY) || (modifiers.shift && KeyPressed(Key::kZ));
  if (redo ? text_.Redo() : KeyPressed(Key::kZ) && text_.Undo()) Changed();
  if (options_.language != nullptr && KeyPressed(Key::kSlash)) {
    text_.ToggleComment(CommentMark(*options_.language));
    Changed();
  }
}

void TextBoxFrame::TakeKeys() {
  const Modifiers modifiers = CurrentModifiers();
  const bool command = modifiers.command();
  if (options_.keys != nullptr && !options_.read_only) {
    const std::uint64_t version = text_.version();
    const bool used_up = (*options_.keys)(&text_);
    if (text_.version() != version) Changed();
    if (used_up) return;
    Layout(state_.laid_out_width);
  }
  TakeMoves(modifiers.shift, command);
  const bool enter = KeyPressed(Key::kEnter) || KeyPressed(Key::kKeypadEnter);
  const bool submits =
      options_.mode == Mode::kLine || (options_.mode == Mode::kNote && !modifiers.shift);
  if (enter && !command && submits) result_.submitted = true;
  TakeCommands();
  if (options_.read_only) return;
  const std::uint64_t before = text_.version();
  if (KeyPressed(Key::kBackspace)) command ? text_.EraseWordLeft() : text_.EraseLeft();
  if (KeyPressed(Key::kDelete)) command ? text_.EraseWordRight() : text_.EraseRight();
  if (enter && !command && !submits) {
    if (options_.mode == Mode::kCode) {
      text_.InsertIndentedNewline();
    } else {
      text_.Insert("\n", EditKind::kOther);
    }
  }
  if (options_.mode == Mode::kCode && KeyPressed(Key::kTab) && !modifiers.ctrl) {
    modifiers.shift ? text_.Unindent() : text_.Indent();
  }
  if (text_.version() != before) Changed();
}

void TextBoxFrame::BeginDrag(TextPosition at) {
  using Drag = TextBoxState::Drag;
  const int clicks = ImGui::GetIO().MouseClickedCount[ImGuiMouseButton_Left];
  Move(at, CurrentModifiers().shift);
  if (clicks == 2) text_.SelectWordAt(at);
  if (clicks >= 3) text_.SelectLine(at.line);
  state_.drag = clicks >= 3 ? Drag::kLines : clicks == 2 ? Drag::kWords : Drag::kCharacters;
  state_.drag_from = {text_.selection_end(), text_.selection_begin()};
  state_.follow_caret = false;
}

// The selection goes from what the drag began on to what is under the pointer, in whole words or
// lines where it began with one.
void TextBoxFrame::DragTo(TextPosition at) {
  using Drag = TextBoxState::Drag;
  if (state_.drag == Drag::kCharacters) return Move(at, true);
  TextSelection reached = text_.WordAt(at);
  if (state_.drag == Drag::kLines) {
    const TextPosition end{at.line, static_cast<int>(text_.Line(at.line).size())};
    reached = {at.line + 1 < text_.line_count() ? TextPosition{at.line + 1, 0} : end, {at.line, 0}};
  }
  const TextPosition low = state_.drag_from.begin(), high = state_.drag_from.end();
  const bool is_before = reached.begin() < low;
  text_.MoveTo(is_before ? high : low, Selection::kDrop);
  Move(is_before ? reached.begin() : std::max(high, reached.end()), true);
}

void TextBoxFrame::TakeMouse(ImVec2 origin) {
  using Drag = TextBoxState::Drag;
  constexpr double kDragFrame = 1.0 / 60;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const int row = static_cast<int>(std::floor((mouse.y - origin.y - PadY()) / line_height_));
  const TextPosition at = PositionAt(row, mouse.x - origin.x - gutter_ - PadX());
  if (result_.menu_asked) {
    const bool is_inside =
        text_.HasSelection() && text_.selection_begin() <= at && at <= text_.selection_end();
    if (!is_inside) Move(at, false);
  } else if (ImGui::IsItemActivated()) {
    BeginDrag(at);
  } else if (state_.drag != Drag::kNone && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
    DragTo(at);
    context_.WakeIn(kDragFrame);  // beyond an edge the text goes on moving under a still pointer
  }
}

}  // namespace app
