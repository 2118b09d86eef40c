// Pending values, toasts and progress.
#include "app/ui/widgets/feedback.h"

#include <algorithm>
#include <cmath>

#include "app/ui/draw.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr double kInfoSeconds = 8, kErrorSeconds = 20;
constexpr double kDotSeconds = 0.4;
constexpr int kDots = 3;

}  // namespace

void DrawNote(FrameContext& context, std::string_view text) {
  Paragraph(context, context.theme.font.ui, context.theme.color.muted, text);
}

void DrawBusy(FrameContext& context, std::string_view what) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const int lit = static_cast<int>(std::fmod(context.now / kDotSeconds, kDots));
  context.WakeIn(kDotSeconds - std::fmod(context.now, kDotSeconds));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = at.y + theme.font.ui.px / 2;
  for (int i = 0; i < kDots; ++i) {
    list->AddCircleFilled(ImVec2(at.x + m.tiny + static_cast<float>(i) * m.gap, middle), m.dot - 1,
                          i == lit ? theme.color.accent : theme.color.hover);
  }
  const float indent = kDots * m.gap + m.small;
  ImGui::Dummy(ImVec2(indent, theme.font.ui.px));
  ImGui::SameLine(0, 0);
  Text(context, theme.font.ui, theme.color.muted, what);
}

void DrawUnavailable(FrameContext& context, std::string_view why) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + m.dot, at.y + theme.font.ui.px / 2),
                                              m.dot, theme.color.warning);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + m.large);
  Paragraph(context, theme.font.ui, theme.color.warning, why);
}

void DrawEmptyState(FrameContext& context, std::string_view title, std::string_view next) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Gap(m.huge);
  Text(context, theme.font.subheading, theme.color.text, title);
  Gap(m.tiny);
  Paragraph(context, theme.font.ui, theme.color.muted, next);
  Gap(m.huge);
}

void DrawProgressBar(const FrameContext& context, ImVec2 size, float share, Color color) {
  const ImVec2 min = ImGui::GetCursorScreenPos();
  const float radius = size.y / 2;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, ImVec2(min.x + size.x, min.y + size.y), context.theme.color.hover,
                      radius);
  const float filled = size.x * std::clamp(share, 0.0f, 1.0f);
  if (filled >= size.y) {
    list->AddRectFilled(min, ImVec2(min.x + filled, min.y + size.y), color, radius);
  }
  ImGui::Dummy(size);
}

int DrawToasts(FrameContext& context, const std::vector<Notice>& notices, ToastState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  std::erase_if(state->seen, [&](const ToastState::Seen& seen) {
    return std::none_of(notices.begin(), notices.end(),
                        [&](const Notice& notice) { return notice.id == seen.id; });
  });
  int dismissed = 0;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  float bottom = display.y - m.large;
  for (const Notice& notice : notices) {
    auto seen = std::find_if(state->seen.begin(), state->seen.end(),
                             [&](const ToastState::Seen& s) { return s.id == notice.id; });
    if (seen == state->seen.end()) seen = state->seen.insert(seen, {notice.id, context.now});
    const bool error = notice.kind == Notice::Kind::kError;
    const double left = (error ? kErrorSeconds : kInfoSeconds) - (context.now - seen->at);
    if (left <= 0) dismissed = notice.id;
    context.WakeIn(std::max(0.0, left));

    const float width = m.toast_width - 3 * m.medium - m.control_height;
    const float height = std::max(m.control_height, DrawWrapped(theme, nullptr, theme.font.ui, {},
                                                                width, 0, notice.text)) +
                         2 * m.medium;
    const std::string id = "##toast" + std::to_string(notice.id);
    ImGui::SetNextWindowPos(ImVec2(display.x - m.large - m.toast_width, bottom - height));
    ImGui::SetNextWindowSize(ImVec2(m.toast_width, height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(m.medium, m.medium));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, m.hair);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme.color.raised);
    ImGui::PushStyleColor(ImGuiCol_Border, error ? theme.color.bad : theme.color.border);
    ImGui::Begin(id.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    const ImVec2 start = ImGui::GetCursorPos();
    Paragraph(context, theme.font.ui, error ? theme.color.bad : theme.color.text, notice.text,
              width);
    ImGui::SetCursorPos(ImVec2(m.toast_width - m.medium - m.control_height - m.tiny, start.y));
    if (DrawButton(context, "Dismiss",
                   {.style = ButtonStyle::kQuiet, .icon = Icon::kCross, .icon_only = true})) {
      dismissed = notice.id;
    }
    ImGui::End();
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(2);
    bottom -= height + m.small;
  }
  return dismissed;
}

}  // namespace app
