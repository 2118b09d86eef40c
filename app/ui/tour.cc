// The steps of the tour.
#include "app/ui/tour.h"

#include <algorithm>
#include <array>
#include <string>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

struct Step {
  std::string_view mark;
  std::string_view title;
  std::string_view text;
  ActionId action = ActionId::kNone;  // whose key is shown beneath
};

constexpr auto kSteps = std::to_array<Step>({
    {"start", "Start a loop or a drill",
     "A loop is a whole day of interviews with breaks and one decision. A drill is one round: take "
     "one to see how answers are run, graded and explained."},
    {"navigation", "Browse and look back",
     "The library shows every question by kind, topic and difficulty. The history keeps every "
     "session with its transcript and its debrief."},
    {"palette", "Everything has a key",
     "Type a few letters of what you want and press Enter. The sheet of all keys is one key away, "
     "and the settings change any of them.",
     ActionId::kPalette},
    {"machine", "What this machine can run",
     "Code is compiled and run on this machine, in a sandbox. Here you see whether anything is "
     "missing, and the command that mends it."},
});
constexpr int kLast = static_cast<int>(kSteps.size()) - 1;

void End(FrameContext& context, const AppState& app, TourState* state) {
  state->step = -1;
  if (app.settings.tour_seen) return;
  Settings settings = app.settings;
  settings.tour_seen = true;
  context.Emit(command::ChangeSettings{settings});
}

// Darkens everything but the place, and rings it.
void DrawScrim(const Theme& theme, const TourMark& mark) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float pad = theme.size.small;
  const ImVec2 min(std::max(0.0f, mark.min.x - pad), std::max(0.0f, mark.min.y - pad));
  const ImVec2 max(std::min(display.x, mark.max.x + pad), std::min(display.y, mark.max.y + pad));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto dark = [&](ImVec2 a, ImVec2 b) { list->AddRectFilled(a, b, theme.color.scrim); };
  dark(ImVec2(0, 0), ImVec2(display.x, min.y));
  dark(ImVec2(0, max.y), display);
  dark(ImVec2(0, min.y), ImVec2(min.x, max.y));
  dark(ImVec2(max.x, min.y), ImVec2(display.x, max.y));
  StrokeRect(list, min, max, theme.color.accent, theme.size.radius_panel, theme.size.line);
}

// Beneath the place where there is room, else above it, else within it.
ImVec2 BubbleCorner(const Theme& theme, const TourMark& mark, ImVec2 size) {
  const Metrics& m = theme.size;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float gap = m.large + m.small;
  float y = mark.max.y + gap;
  if (y + size.y > display.y - m.margin) y = mark.min.y - gap - size.y;
  if (y < m.margin) y = display.y - size.y - m.huge;
  const float x = std::clamp((mark.min.x + mark.max.x - size.x) / 2, m.margin,
                             std::max(m.margin, display.x - size.x - m.margin));
  return ImVec2(x, std::max(y, m.margin));
}

void DrawBubble(FrameContext& context, const AppState& app, const TourMark& mark,
                TourState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const Step& step = kSteps[static_cast<std::size_t>(state->step)];
  const float width = std::min(m.dialog_width, ImGui::GetIO().DisplaySize.x - 2 * m.margin);
  const float inner = width - 2 * m.huge;
  std::string text(step.text);
  if (const std::string key = context.KeyText(step.action); !key.empty()) {
    text += " (" + key + ")";
  }
  const float height = 2 * m.large + 2 * m.tiny + theme.font.small.px + theme.font.heading.px +
                       DrawWrapped(theme, nullptr, theme.font.ui, {}, inner, 0, text) + m.large +
                       m.control_height + 4 * m.small;
  ImGui::SetCursorScreenPos(BubbleCorner(theme, mark, ImVec2(width, height)));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, theme.color.raised);
  BeginPanel(context, "Tour", ImVec2(width, height));
  ImGui::PopStyleColor();
  ImGui::SetCursorPos(ImVec2(m.huge, m.large));
  ImGui::BeginGroup();
  Text(context, theme.font.small, theme.color.muted,
       "Step " + std::to_string(state->step + 1) + " of " + std::to_string(kSteps.size()));
  Text(context, theme.font.heading, theme.color.text, step.title);
  Gap(m.tiny);
  Paragraph(context, theme.font.ui, theme.color.body, text, inner);
  Gap(m.large);
  const bool last = state->step == kLast;
  int next = state->step;
  if (DrawButton(context, last ? "Done" : "Next", {.style = ButtonStyle::kPrimary})) ++next;
  if (state->step > 0) {
    ImGui::SameLine();
    if (DrawButton(context, "Back")) --next;
  }
  if (!last) {
    ImGui::SameLine();
    if (DrawButton(context, "Skip the tour", {.style = ButtonStyle::kQuiet})) next = kLast + 1;
  }
  ImGui::EndGroup();
  EndPanel(context);
  if (KeyPressed(Key::kEscape, false)) next = kLast + 1;
  state->step = next;
  if (next > kLast) End(context, app, state);
}

}  // namespace

void DrawTour(FrameContext& context, const AppState& app, TourState* state) {
  if (state->step < 0 || app.route != Route::kHome) return;
  const std::string_view wanted = kSteps[static_cast<std::size_t>(state->step)].mark;
  const auto mark = std::find_if(context.marks.begin(), context.marks.end(),
                                 [&](const TourMark& m) { return m.name == wanted; });
  if (mark == context.marks.end()) return;
  const TourMark place = *mark;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin("##tour", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground);
  ImGui::PopStyleVar();
  context.focus.BeginLayer();
  DrawScrim(context.theme, place);
  DrawBubble(context, app, place, state);
  context.focus.EndLayer();
  ImGui::End();
}

}  // namespace app
