// Panels, splitters, columns and paragraphs.
#include "app/ui/widgets/layout.h"

#include <algorithm>
#include <cmath>

namespace app {

void BeginScreen(FrameContext& context, const char* name) {
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar(2);
  context.tree.Open("screen", name, ImVec2(0, 0), ImGui::GetIO().DisplaySize);
}

void EndScreen(FrameContext& context) {
  context.tree.Close();
  ImGui::End();
}

void BeginPanel(FrameContext& context, const char* name, ImVec2 size) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  BeginChildWindow(
      name, size, ChildFrame::kBordered,
      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  const ImVec2 min = ImGui::GetWindowPos();
  context.tree.Open("panel", name, min, ImVec2(min.x + size.x, min.y + size.y));
  context.focus.BeginPanel(name);
}

void EndPanel(FrameContext& context) {
  context.focus.EndPanel();
  context.tree.Close();
  ImGui::EndChild();
}

void BeginScroll(FrameContext& context, const char* id, ImVec2 size, ImVec2 padding) {
  (void)context;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  BeginChildWindow(id, size, ChildFrame::kPadded, ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

void EndScroll() { ImGui::EndChild(); }

namespace {

bool BeginModal(FrameContext& context, const char* title, float width, ImVec2 at, ImVec2 pivot) {
  const Metrics& m = context.theme.size;
  const float widest = ImGui::GetIO().DisplaySize.x - 2 * m.margin;
  ImGui::SetNextWindowPos(at, ImGuiCond_Always, pivot);
  ImGui::SetNextWindowSize(ImVec2(std::min(width > 0 ? width : m.dialog_width, widest), 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(m.huge - m.tiny, m.large + m.tiny));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, m.radius_panel);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, m.radius_panel);
  const bool open = ImGui::BeginPopupModal(title, nullptr,
                                           ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                               ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                                               ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(3);
  if (!open) return false;
  context.focus.BeginLayer();
  const ImVec2 min = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  context.tree.Open("dialog", title, min, ImVec2(min.x + size.x, min.y + size.y));
  if (KeyPressed(Key::kEscape, false)) ImGui::CloseCurrentPopup();
  return true;
}

}  // namespace

bool BeginDialog(FrameContext& context, const char* title, float width) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  if (!BeginModal(context, title, width, ImVec2(display.x / 2, display.y / 2),
                  ImVec2(0.5f, 0.5f))) {
    return false;
  }
  Text(context, context.theme.font.heading, context.theme.color.text, VisibleLabel(title));
  Gap(context.theme.size.tiny);
  return true;
}

bool BeginTopDialog(FrameContext& context, const char* name, float width) {
  const float top = context.theme.size.top_bar;
  return BeginModal(context, name, width, ImVec2(ImGui::GetIO().DisplaySize.x / 2, top),
                    ImVec2(0.5f, 0));
}

void EndDialog(FrameContext& context) {
  context.tree.Close();
  context.focus.EndLayer();
  ImGui::EndPopup();
}

void DrawHeaderLine(const FrameContext& context, float y) {
  const float hair = context.theme.size.hair;
  const ImVec2 at = ImGui::GetWindowPos();
  ImGui::GetWindowDrawList()->AddRectFilled(
      ImVec2(at.x + hair, at.y + y), ImVec2(at.x + ImGui::GetWindowWidth() - hair, at.y + y + hair),
      context.theme.color.border);
}

void DrawSeparator(const FrameContext& context) {
  const Metrics& m = context.theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(at.x, at.y + m.tiny),
                                            ImVec2(at.x + width, at.y + m.tiny + m.hair),
                                            context.theme.color.border);
  ImGui::Dummy(ImVec2(width, m.small));
}

void Text(FrameContext& context, const Font& font, Color color, std::string_view text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = TextSize(font, text);
  DrawText(context.theme, ImGui::GetWindowDrawList(), font, at, color, text);
  ImGui::Dummy(size);
  if (context.tree.recording()) {
    context.tree.Add({.role = "text",
                      .label = std::string(text),
                      .min = at,
                      .max = ImVec2(at.x + size.x, at.y + size.y)});
  }
}

void Paragraph(FrameContext& context, const Font& font, Color color, std::string_view text,
               float width) {
  if (width <= 0) width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height =
      DrawWrapped(context.theme, ImGui::GetWindowDrawList(), font, at, width, color, text);
  ImGui::Dummy(ImVec2(width, height));
  if (context.tree.recording()) {
    context.tree.Add({.role = "text",
                      .label = std::string(text),
                      .min = at,
                      .max = ImVec2(at.x + width, at.y + height)});
  }
}

void Heading(FrameContext& context, std::string_view text) {
  Gap(context.theme.size.small);
  Text(context, context.theme.font.heading, context.theme.color.text, text);
  Gap(context.theme.size.tiny);
}

void FormLabel(FrameContext& context, std::string_view label) {
  const Theme& theme = context.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = theme.size.form_label_width - theme.size.small;
  const bool fits = TextSize(theme.font.ui, label).x <= width;
  const float height =
      fits ? theme.font.ui.px : DrawWrapped(theme, nullptr, theme.font.ui, {}, width, 0, label);
  const ImVec2 start(at.x, at.y + (theme.size.control_height - height) / 2);
  if (fits) {
    DrawText(theme, ImGui::GetWindowDrawList(), theme.font.ui, start, theme.color.muted, label);
  } else {
    DrawWrapped(theme, ImGui::GetWindowDrawList(), theme.font.ui, start, width, theme.color.muted,
                label);
  }
  ImGui::Dummy(ImVec2(theme.size.form_label_width, theme.size.control_height));
  ImGui::SameLine(0, 0);
}

void Gap(float distance) {
  const float spacing = ImGui::GetStyle().ItemSpacing.y;
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - spacing + distance);
  ImGui::Dummy(ImVec2(0, 0));
}

void AlignRight(float width) {
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                       std::max(0.0f, ImGui::GetContentRegionAvail().x - width));
}

void DrawSplitter(FrameContext& context, const char* id, SplitterAxis axis, ImVec2 extent,
                  float sign, float low, float high, float* size) {
  const Metrics& m = context.theme.size;
  const bool vertical = axis == SplitterAxis::kVertical;
  const ImVec2 min = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton(id, extent);
  const bool held = ImGui::IsItemActive();
  if (held && !ImGui::IsItemActivated()) {  // what moved the pointer here is no drag yet
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    *size = std::clamp(*size + sign * (vertical ? moved.x : moved.y), low, std::max(low, high));
  }
  if (!held && !ImGui::IsItemHovered()) return;
  ImGui::SetMouseCursor(vertical ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
  const ImVec2 center(min.x + extent.x / 2, min.y + extent.y / 2);
  const ImVec2 half =
      vertical ? ImVec2(m.hair, extent.y / 2 - m.gap) : ImVec2(extent.x / 2 - m.gap, m.hair);
  ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(center.x - half.x, center.y - half.y),
                                            ImVec2(center.x + half.x, center.y + half.y),
                                            context.theme.color.accent, m.hair);
}

}  // namespace app
