// Layout, scrolling, and the order of things within a frame.
#include "app/ui/widgets/code_editor.h"

#include <algorithm>
#include <cmath>

#include "app/ui/draw.h"
#include "app/ui/widgets/code_editor_frame.h"

namespace app {
namespace {

constexpr std::size_t kLexedPerFrame = 60'000;  // bytes
constexpr int kLongestRecorded = 400;           // lines of a text that the UI tree holds in full

}  // namespace

CodeEditorFrame::CodeEditorFrame(FrameContext* context, CodeEditorState* state,
                                 const CodeEditorOptions& options)
    : context_(*context),
      theme_(context->theme),
      state_(*state),
      text_(state->text),
      options_(options),
      font_(theme_.font.code),
      line_height_(std::round(font_.px * theme_.size.code_leading)),
      cell_(GlyphAdvance(font_, '0')),
      pad_(theme_.size.small) {}

int CodeEditorFrame::LineAt(float y) const {
  const int line = static_cast<int>(std::floor((y - origin_.y - pad_) / line_height_));
  return std::clamp(line, 0, text_.line_count() - 1);
}

// Makes room for the whole text in the child window, and finds the lines in view.
void CodeEditorFrame::Measure(ImVec2 size) {
  const int digits = std::max(3, static_cast<int>(std::to_string(text_.line_count()).size()));
  gutter_ = cell_ * static_cast<float>(digits) + theme_.size.huge + theme_.size.small;
  float width = RowOf(state_.lines.longest()).width();
  for (int i = first_; i < last_ && i < text_.line_count(); ++i) {
    width = std::max(width, RowOf(i).width());
  }
  // The last line can be scrolled up to where it is comfortable to write.
  const float below = std::max(pad_, size.y / 2 - line_height_);
  const ImVec2 content(
      gutter_ + width + theme_.size.huge,
      pad_ + static_cast<float>(text_.line_count()) * line_height_ +
          (static_cast<float>(text_.line_count()) * line_height_ > size.y / 2 ? below : pad_));
  const ImVec2 available = ImGui::GetContentRegionAvail();
  ImGui::InvisibleButton(
      "##text", ImVec2(std::max(content.x, available.x), std::max(content.y, available.y)));
}

// Scrolls so that the primary caret shows; takes effect in this frame.
void CodeEditorFrame::FollowCaret() {
  if (state_.wanted_first_line >= 0) {
    ImGui::SetScrollY(std::round(static_cast<float>(state_.wanted_first_line) * line_height_));
    state_.wanted_first_line = -1;
    state_.follow_caret = state_.center_caret = false;
    return;
  }
  const bool center = state_.center_caret;
  if (!state_.follow_caret) return;
  state_.follow_caret = state_.center_caret = false;
  const ImVec2 shown(window_max_.x - window_min_.x, window_max_.y - window_min_.y);
  const float top = pad_ + static_cast<float>(text_.caret().line) * line_height_;
  float scroll = ImGui::GetScrollY();
  if (center) {
    scroll = top - (shown.y - line_height_) / 2;
  } else if (top - pad_ < scroll) {
    scroll = top - pad_;
  } else if (top + line_height_ + pad_ > scroll + shown.y) {
    scroll = top + line_height_ + pad_ - shown.y;
  }
  scroll = std::round(std::max(0.0f, scroll));
  if (scroll != ImGui::GetScrollY()) ImGui::SetScrollY(scroll);
  const float x = gutter_ + RowOf(text_.caret().line).XOf(text_.caret().column);
  const float margin = theme_.size.huge;
  float scroll_x = ImGui::GetScrollX();
  if (x - margin < scroll_x + gutter_) {
    scroll_x = std::max(0.0f, x - margin - gutter_);
  } else if (x + margin > scroll_x + shown.x) {
    scroll_x = x + margin - shown.x;
  }
  scroll_x = std::round(scroll_x);
  if (scroll_x != ImGui::GetScrollX()) ImGui::SetScrollX(scroll_x);
}

void CodeEditorFrame::Record(const char* label, ImVec2 min, ImVec2 max) {
  if (!context_.tree.recording()) return;
  context_.tree.Add({.role = "code",
                     .label = std::string(VisibleLabel(label)),
                     .value = text_.line_count() <= kLongestRecorded
                                  ? text_.Text()
                                  : std::to_string(text_.line_count()) + " lines",
                     .min = min,
                     .max = max,
                     .focused = result_.focused});
}

CodeEditorResult CodeEditorFrame::Draw(const char* label, ImVec2 size) {
  const ImGuiID id = CodeEditorId(label);
  const ImVec2 min = ImGui::GetCursorScreenPos(), max(min.x + size.x, min.y + size.y);
  context_.focus.Add(id, FocusRing::Kind::kMultiline, min, max, theme_);
  result_.focused = context_.focus.HasFocus(id);
  if (options_.framed) {
    DrawBox(theme_, ImGui::GetWindowDrawList(), min, max, theme_.color.editor,
            result_.focused ? theme_.color.accent : theme_.color.border,
            theme_.size.radius_control);
  }
  ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  BeginChildWindow(
      label, size, ChildFrame::kNone,
      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_HorizontalScrollbar);
  list_ = ImGui::GetWindowDrawList();
  window_min_ = ImGui::GetWindowPos();
  const ImVec2 inner = ImGui::GetCurrentWindow()->InnerRect.Max;
  window_max_ = inner;
  origin_ = ImGui::GetCursorScreenPos();
  state_.visible_lines =
      std::max(1, static_cast<int>((window_max_.y - window_min_.y - pad_) / line_height_));
  TakeDiagnostics();
  if (result_.focused && !context_.focus.JustGained()) TakeKeys();
  first_ = LineAt(window_min_.y);
  last_ = std::min(LineAt(window_max_.y) + 1, text_.line_count());
  if (!state_.lines.CatchUp(text_, options_.language, kLexedPerFrame)) context_.WakeIn(0);
  Measure(size);
  hovered_ = ImGui::IsItemHovered();
  if (hovered_) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (ImGui::IsItemActivated()) context_.focus.Focus(id);
  if (ImGui::IsItemActive()) {
    TakeMouse();
  } else {
    state_.drag = CodeEditorState::Drag::kNone;
  }
  TakeDiagnostics();
  FollowCaret();
  state_.first_line = first_ = LineAt(window_min_.y);
  last_ = std::min(LineAt(window_max_.y) + 1, text_.line_count());
  DrawGround();
  DrawLines();
  DrawGutter();
  DrawScrollMarks();
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  DrawProblemText();
  Record(label, min, max);
  return result_;
}

CodeEditorResult DrawCodeEditor(FrameContext& context, const char* label, ImVec2 size,
                                CodeEditorState* state, const CodeEditorOptions& options) {
  return CodeEditorFrame(&context, state, options).Draw(label, size);
}

ImGuiID CodeEditorId(const char* label) { return ImGui::GetID(label); }

}  // namespace app
