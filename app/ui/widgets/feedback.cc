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

namespace {

struct Toast {
  ToastAnswer answer;
  float height = 0;
  bool hovered = false;
};

// One notice whose lower right corner is at `corner`.
Toast DrawToast(FrameContext& context, const Notice& notice, ImVec2 corner) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const bool error = notice.kind == Notice::Kind::kError;
  const ButtonOptions small{.size = ImVec2(0, m.chip_height)};
  const float outer = std::min(m.toast_width, ImGui::GetIO().DisplaySize.x - 2 * m.margin);
  const float width = outer - 3 * m.medium - m.control_height - m.medium;
  const float text = DrawWrapped(theme, nullptr, theme.font.ui, {}, width, 0, notice.text);
  Toast toast;
  toast.height = std::max(m.control_height, text) + 2 * m.medium;
  if (!notice.detail.empty()) toast.height += m.chip_height + m.small;
  const std::string id = "##toast" + std::to_string(notice.id);
  ImGui::SetNextWindowPos(ImVec2(corner.x - outer, corner.y - toast.height));
  ImGui::SetNextWindowSize(ImVec2(outer, toast.height));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(m.medium, m.medium));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, m.hair);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, theme.color.raised);
  ImGui::PushStyleColor(ImGuiCol_Border, theme.color.border);
  ImGui::Begin(id.c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  toast.hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  const ImVec2 start = ImGui::GetCursorPos(), at = ImGui::GetCursorScreenPos();
  const float middle = at.y + std::round(theme.font.ui.px * m.prose_leading) / 2;
  ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + m.dot, middle), m.dot,
                                              error ? theme.color.bad : theme.color.accent);
  ImGui::SetCursorPosX(start.x + m.large);
  Paragraph(context, theme.font.ui, theme.color.text, notice.text, width);
  if (!notice.detail.empty()) {
    ImGui::SetCursorPosX(start.x + m.large);
    if (DrawButton(context, "Details", small)) toast.answer.details = notice.id;
  }
  ImGui::SetCursorPos(ImVec2(outer - m.medium - m.control_height - m.tiny, start.y));
  if (DrawButton(context, "Dismiss",
                 {.style = ButtonStyle::kQuiet,
                  .icon = Icon::kCross,
                  .icon_only = true,
                  .action = ActionId::kDismissToast})) {
    toast.answer.dismissed = notice.id;
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
  return toast;
}

}  // namespace

ToastAnswer DrawToasts(FrameContext& context, const std::vector<Notice>& notices,
                       ToastState* state) {
  const Metrics& m = context.theme.size;
  std::erase_if(state->seen, [&](const ToastState::Seen& seen) {
    return std::none_of(notices.begin(), notices.end(),
                        [&](const Notice& notice) { return notice.id == seen.id; });
  });
  ToastAnswer answer;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImVec2 corner(display.x - m.large, display.y - m.large);
  int hovered = 0;
  context.focus.BeginPanel("Notices");
  for (const Notice& notice : notices) {
    auto seen = std::find_if(state->seen.begin(), state->seen.end(),
                             [&](const ToastState::Seen& s) { return s.id == notice.id; });
    if (seen == state->seen.end()) seen = state->seen.insert(seen, {notice.id, context.now});
    if (state->hovered == notice.id) seen->at += context.now - state->drawn_at;
    const double life = notice.kind == Notice::Kind::kError ? kErrorSeconds : kInfoSeconds;
    const double left = life - (context.now - seen->at);
    if (left <= 0) answer.dismissed = notice.id;
    context.WakeIn(std::max(0.0, left));
    if (corner.y < m.top_bar + m.card_height) continue;  // no room: its turn comes
    const Toast toast = DrawToast(context, notice, corner);
    if (toast.hovered) hovered = notice.id;
    if (toast.answer.dismissed != 0) answer.dismissed = notice.id;
    if (toast.answer.details != 0) answer.details = notice.id;
    corner.y -= toast.height + m.small;
  }
  context.focus.EndPanel();
  state->hovered = hovered;
  state->drawn_at = context.now;
  return answer;
}

}  // namespace app
