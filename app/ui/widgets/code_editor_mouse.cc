// What the mouse does: carets, words, lines, columns, and scrolling beyond the edges.
#include <algorithm>
#include <cmath>

#include "app/ui/widgets/code_editor_frame.h"

namespace app {
namespace {

using Selection = TextBuffer::Selection;
using Drag = CodeEditorState::Drag;

constexpr double kScrollEvery = 1.0 / 60;
constexpr float kLinesPerPixel = 0.02f;  // a frame, by how far the pointer is beyond the edge
constexpr float kMostLines = 3;

// From the first to the last position of both.
TextSelection Spanning(const TextSelection& from, const TextSelection& to) {
  if (to.begin() < from.begin()) return {to.begin(), from.end()};
  return {to.end(), from.begin()};
}

}  // namespace

void CodeEditorFrame::BeginDrag(TextPosition at, float x) {
  const Modifiers modifiers = CurrentModifiers();
  const int clicks = ImGui::GetIO().MouseClickedCount[ImGuiMouseButton_Left];
  state_.drag_column = std::max(0, static_cast<int>(std::round(x / cell_)));
  if (modifiers.alt && !modifiers.ctrl) {
    if (modifiers.shift) {  // a block from the caret to here
      state_.drag_from = {text_.caret(), text_.caret()};
      state_.drag_column = text_.VisualColumn(text_.caret());
      state_.drag = Drag::kColumns;
      return this->Drag(at, x);
    }
    state_.drag_from = {at, at};
    text_.AddSelection({at, at});
    state_.drag = Drag::kColumns;
  } else if (modifiers.shift && clicks == 1) {
    text_.MoveTo(at, Selection::kExtend);
    state_.drag_from = {text_.anchor(), text_.anchor()};
    state_.drag = Drag::kText;
  } else {
    if (clicks >= 3) {
      text_.SelectLine(at.line);
    } else if (clicks == 2) {
      text_.SelectWordAt(at);
    } else {
      text_.MoveTo(at, Selection::kDrop);
    }
    state_.drag_from = {text_.caret(), text_.anchor()};
    state_.drag = clicks >= 3 ? Drag::kLines : clicks == 2 ? Drag::kWords : Drag::kText;
  }
  Moved();
  state_.follow_caret = false;  // what was clicked on is in view
}

void CodeEditorFrame::Drag(TextPosition at, float x) {
  const std::vector<TextSelection> before = text_.selections();
  switch (state_.drag) {
    case Drag::kNone:
      return;
    case Drag::kText:
      text_.SetSelections({{at, state_.drag_from.anchor}}, 0);
      break;
    case Drag::kWords:
      text_.SetSelections({Spanning(state_.drag_from, text_.WordAt(at))}, 0);
      break;
    case Drag::kLines: {
      const TextPosition end =
          at.line + 1 < text_.line_count() ? TextPosition{at.line + 1, 0} : text_.End();
      text_.SetSelections({Spanning(state_.drag_from, {end, {at.line, 0}})}, 0);
      break;
    }
    case Drag::kColumns:
      SelectColumns(&text_, state_.drag_from.caret, state_.drag_column, at.line,
                    std::max(0, static_cast<int>(std::round(x / cell_))));
      break;
  }
  if (text_.selections() == before) return;
  Moved();
  state_.follow_caret = false;
}

void CodeEditorFrame::ScrollBeyondEdges(ImVec2 mouse) {
  const auto beyond = [](float at, float low, float high) {
    return at < low ? at - low : at > high ? at - high : 0.0f;
  };
  const float most = kMostLines * line_height_;
  const auto speed = [&](float distance) {
    return std::clamp(distance * line_height_ * kLinesPerPixel, -most, most);
  };
  const float x = beyond(mouse.x, window_min_.x + gutter_, window_max_.x);
  const float y = beyond(mouse.y, window_min_.y, window_max_.y);
  if (x == 0 && y == 0) return;
  ImGui::SetScrollX(std::clamp(ImGui::GetScrollX() + speed(x), 0.0f, ImGui::GetScrollMaxX()));
  ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + speed(y), 0.0f, ImGui::GetScrollMaxY()));
  context_.WakeIn(kScrollEvery);
}

void CodeEditorFrame::TakeMouse() {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ImVec2 inside(std::clamp(mouse.x, window_min_.x, window_max_.x),
                      std::clamp(mouse.y, window_min_.y, window_max_.y - 1));
  const int line = LineAt(inside.y);
  const float x = inside.x - TextLeft();
  const TextPosition at = text_.Clamped({line, RowOf(line).ColumnAt(x)});
  const bool in_gutter = mouse.x < window_min_.x + gutter_ - theme_.size.small;
  if (ImGui::IsItemActivated()) {
    BeginDrag(at, x);
    if (in_gutter && state_.drag == Drag::kText && !CurrentModifiers().shift) {
      text_.SelectLine(line);
      state_.drag_from = {text_.caret(), text_.anchor()};
      state_.drag = Drag::kLines;
    }
  } else if (ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
    Drag(at, x);
    ScrollBeyondEdges(mouse);
  }
}

}  // namespace app
