// The bar above the room: phases, countdown, pause, end of the round.
#include "app/ui/panels/room_bar.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <string>

#include "app/core/llm_consent.h"
#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"

namespace app {
namespace {

using std::chrono::minutes;
constexpr interview::Duration kLastMinutes = minutes(5);
constexpr float kTurn = 2 * std::numbers::pi_v<float>;

enum class StepLabels { kAll, kCurrent };

float StepWidth(const FrameContext& context, const std::string& title, bool labelled) {
  const Metrics& m = context.theme.size;
  return m.large + m.tiny +
         (labelled ? TextSize(context.theme.font.small_medium, title).x + m.medium : 0);
}

float StepperWidth(const FrameContext& context, const RoomView& room, StepLabels labels) {
  float width = 2 * context.theme.size.tiny;
  for (std::size_t i = 0; i < room.plan.phases.size(); ++i) {
    const bool current = static_cast<int>(i) == room.record.phase;
    width += StepWidth(context, room.plan.phases[i].title, labels == StepLabels::kAll || current);
  }
  return width;
}

void DrawStep(FrameContext& context, const RoomView& room, RoomState* state, int index,
              bool labelled) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const interview::PlannedPhase& phase = room.plan.phases[static_cast<std::size_t>(index)];
  const bool current = index == room.record.phase, done = index < room.record.phase;
  const ImVec2 size(StepWidth(context, phase.title, labelled), m.small_control_height);
  const ImVec2 min = ImGui::GetCursorScreenPos(), max(min.x + size.x, min.y + size.y);
  ImGui::PushID(index);
  bool pressed = ImGui::InvisibleButton("phase", size);
  const bool focused = context.focus.HasFocus(ImGui::GetItemID());
  const bool hovered = ImGui::IsItemHovered();
  const bool movable = !room.is_concepts() && !room.read_only;
  if (movable) {
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    pressed |= context.focus.Add(ImGui::GetItemID(), FocusRing::Kind::kPress, min, max, theme);
    if (pressed && !current) EmitAct(context, state, interview::event::PhaseEntered{index});
  }
  ImGui::PopID();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (current || (hovered && movable)) {
    list->AddRectFilled(ImVec2(min.x, min.y + m.tiny), ImVec2(max.x, max.y - m.tiny),
                        current ? theme.color.accent_soft : theme.color.raised, m.radius_panel);
  }
  const ImVec2 dot(min.x + m.medium + m.hair, (min.y + max.y) / 2);
  if (done) {
    list->AddCircleFilled(dot, m.tiny + m.hair, theme.color.accent);
    DrawIcon(list, Icon::kCheck, dot, m.small - m.hair, theme.color.on_accent);
  } else if (current) {
    list->AddCircleFilled(dot, m.tiny, theme.color.accent);
  } else {
    list->AddCircle(dot, m.tiny, theme.color.faint, 16, m.hair);
  }
  if (labelled) {
    DrawText(theme, list, theme.font.small_medium,
             ImVec2(dot.x + m.small + m.line, dot.y - theme.font.small_medium.px / 2),
             current ? theme.color.text
             : done  ? theme.color.muted
                     : theme.color.faint,
             phase.title);
  }
  if (hovered && !labelled) DrawTooltip(context, min, max, phase.title);
  context.tree.Add({.role = "phase",
                    .label = phase.title,
                    .value = current ? "current"
                             : done  ? "done"
                                     : "",
                    .min = min,
                    .max = max,
                    .enabled = movable,
                    .focused = focused,
                    .on = current});
}

void DrawStepper(FrameContext& context, const RoomView& room, RoomState* state, float left,
                 float right) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  if (room.plan.phases.empty()) return;
  StepLabels labels = StepLabels::kAll;
  float width = StepperWidth(context, room, labels);
  if (width > right - left) {
    labels = StepLabels::kCurrent;
    width = StepperWidth(context, room, labels);
  }
  const float middle = ImGui::GetWindowWidth() / 2;
  const float x = std::clamp(middle - width / 2, left, std::max(left, right - width));
  const float y = (m.top_bar - m.small_control_height) / 2;
  const ImVec2 origin = ImGui::GetWindowPos();
  DrawBox(theme, ImGui::GetWindowDrawList(), ImVec2(origin.x + x, origin.y + y),
          ImVec2(origin.x + x + width, origin.y + y + m.small_control_height), theme.color.panel,
          theme.color.border, m.small_control_height / 2);
  ImGui::SetCursorPos(ImVec2(x + m.tiny, y));
  for (int i = 0; i < static_cast<int>(room.plan.phases.size()); ++i) {
    if (i > 0) ImGui::SameLine(0, 0);
    DrawStep(context, room, state, i, labels == StepLabels::kAll || i == room.record.phase);
  }
}

// "Implement: 12 of 20 min", amber once it is over.
std::string PhaseBudget(const RoomView& room, bool* over) {
  const auto phase = static_cast<std::size_t>(room.record.phase);
  if (phase >= room.clock.phase_elapsed.size() || phase >= room.clock.phase_budgets.size()) {
    return {};
  }
  const interview::Duration spent = room.clock.phase_elapsed[phase];
  const interview::Duration budget = room.clock.phase_budgets[phase];
  *over = spent > budget;
  return room.plan.phases[phase].title + ": " +
         std::to_string(std::chrono::duration_cast<minutes>(spent).count()) + " of " +
         FormatLength(budget);
}

// Returns the x where the title ends.
float DrawTitle(FrameContext& context, const RoomView& room, float limit) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 origin = ImGui::GetWindowPos();
  const bool many = room.plan.questions.size() > 1;
  const auto question = static_cast<std::size_t>(room.record.question);
  std::string title = room.plan.title;
  if (question < room.plan.questions.size()) title = room.plan.questions[question].title;
  std::string meta(interview::DisplayName(room.plan.kind));
  if (many) {
    meta += "  ·  " + std::to_string(question + 1) + " of " +
            std::to_string(room.plan.questions.size());
  }
  if (room.app.settings.show_difficulty && room.work.question != nullptr) {
    meta += "  ·  " + FormatName(interview::ToString(room.work.question->difficulty));
  }
  bool over = false;
  const std::string budget = PhaseBudget(room, &over);
  const float x = m.large + m.control_height + m.medium;
  const std::string shown = Shortened(theme.font.subheading, title, limit - x);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float top = origin.y + m.gap;
  DrawText(theme, list, theme.font.subheading, ImVec2(origin.x + x, top), theme.color.text, shown);
  const float second = top + theme.font.subheading.px + m.line;
  DrawText(theme, list, theme.font.small, ImVec2(origin.x + x, second), theme.color.muted,
           Shortened(theme.font.small, meta, limit - x));
  const float meta_end = x + TextSize(theme.font.small, meta + "  ·  ").x;
  float end = std::max(meta_end, x + TextSize(theme.font.subheading, shown).x);
  if (!budget.empty() && meta_end + TextSize(theme.font.small, budget).x < limit) {
    DrawText(theme, list, theme.font.small, ImVec2(origin.x + meta_end, second),
             over ? theme.color.warning : theme.color.muted, budget);
    DrawText(theme, list, theme.font.small,
             ImVec2(origin.x + x + TextSize(theme.font.small, meta).x, second), theme.color.muted,
             "  ·  ");
    end = std::max(end, meta_end + TextSize(theme.font.small, budget).x);
  }
  context.tree.Add({.role = "heading",
                    .label = title,
                    .value = budget,
                    .min = ImVec2(origin.x + x, top),
                    .max = ImVec2(origin.x + end, second + theme.font.small.px)});
  return std::min(end, limit);
}

// The pill with the time left; returns its width.
float DrawTimer(FrameContext& context, const RoomView& room, float right) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const bool paused = room.session.stage() == interview::Stage::kPaused;
  const std::string left = FormatClock(room.clock.left);
  const ImVec2 text = TextSize(theme.font.clock, left);
  const float width = text.x + 2 * m.timer_ring + 3 * m.medium + m.tiny;
  const ImVec2 origin = ImGui::GetWindowPos();
  const float top = origin.y + (m.top_bar - m.control_height) / 2;
  const ImVec2 min(origin.x + right - width, top), max(origin.x + right, top + m.control_height);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool urgent = room.clock.left < kLastMinutes;
  DrawBox(theme, list, min, max, theme.color.panel,
          urgent ? theme.color.warning : theme.color.border, m.radius_panel - m.hair);
  const ImVec2 center(min.x + m.medium + m.timer_ring, (min.y + max.y) / 2);
  // In whole seconds, like the digits: a ring that crept on would present a frame sixty times a
  // second.
  const auto seconds = [](interview::Duration d) {
    return static_cast<float>(std::chrono::duration_cast<std::chrono::seconds>(d).count());
  };
  const float length = seconds(room.clock.length);
  const float share = length > 0 ? seconds(room.clock.left) / length : 0;
  list->PathArcTo(center, m.timer_ring, 0, kTurn, 32);
  StrokePath(list, theme.color.hover, m.line + m.hair / 2);
  if (share > 0) {
    list->PathArcTo(center, m.timer_ring, -kTurn / 4, -kTurn / 4 + kTurn * share, 32);
    StrokePath(list, urgent ? theme.color.warning : theme.color.accent, m.line + m.hair / 2);
  }
  DrawText(theme, list, theme.font.clock,
           ImVec2(center.x + m.timer_ring + m.medium, center.y - text.y / 2),
           urgent   ? theme.color.warning
           : paused ? theme.color.muted
                    : theme.color.text,
           left);
  context.tree.Add({.role = "timer", .label = "Time left", .value = left, .min = min, .max = max});
  return width;
}

// The switch of the language model in this session; where the settings have none, there is no
// button.
const char* LlmButtonLabel(const RoomView& room) {
  return LlmIsOn(room.app.settings.llm, room.session) ? "Model on###llm" : "Model off###llm";
}

float LlmButtonWidth(const FrameContext& context, const RoomView& room) {
  if (!room.app.settings.llm.enabled) return 0;
  return ButtonSize(context, LlmButtonLabel(room), {.style = ButtonStyle::kQuiet}).x;
}

void DrawLlmButton(FrameContext& context, const RoomView& room) {
  const bool on = LlmIsOn(room.app.settings.llm, room.session);
  if (DrawButton(context, LlmButtonLabel(room), {.style = ButtonStyle::kQuiet})) {
    context.Emit(command::SwitchLlm{room.app.running->id, !on});
  }
}

}  // namespace

void DrawRoomBar(FrameContext& context, const RoomView& room, RoomState* state) {
  const Metrics& m = context.theme.size;
  context.focus.BeginPanel("Round");
  const float top = (m.top_bar - m.control_height) / 2;
  ImGui::SetCursorPos(ImVec2(m.medium, top));
  if (DrawButton(context, room.read_only ? "Leave the replay" : "Leave the room",
                 {.style = ButtonStyle::kQuiet, .icon = Icon::kBack, .icon_only = true})) {
    state->dialog = RoomState::Dialog::kLeave;
  }
  float right = ImGui::GetWindowWidth() - m.large;
  const float end_width = room.read_only ? 0 : ButtonSize(context, "End round").x;
  const float model = room.read_only ? 0 : LlmButtonWidth(context, room);
  const float pause_width = room.is_drill() ? m.control_height + m.medium : 0;
  const float controls = room.read_only ? 0 : end_width + m.small + model + pause_width;
  const float timer_right = right - controls - m.tiny;
  const float timer = DrawTimer(context, room, timer_right);
  const float title_limit =
      (ImGui::GetWindowWidth() - StepperWidth(context, room, StepLabels::kCurrent)) / 2;
  const float left = DrawTitle(context, room, std::max(title_limit, m.statement_width * 0.6f));
  DrawStepper(context, room, state, left + m.medium, timer_right - timer - m.medium);
  if (room.read_only) return context.focus.EndPanel();
  if (room.is_drill()) {
    ImGui::SetCursorPos(ImVec2(timer_right + m.tiny, top));
    const bool paused = room.session.stage() == interview::Stage::kPaused;
    if (DrawButton(context, paused ? "Resume##bar" : "Pause",
                   {.style = ButtonStyle::kQuiet,
                    .icon = paused ? Icon::kPlay : Icon::kPause,
                    .icon_only = true})) {
      if (paused) {
        EmitAct(context, state, interview::event::Resumed{});
      } else {
        EmitAct(context, state, interview::event::Paused{});
      }
    }
  }
  if (model > 0) {
    ImGui::SetCursorPos(ImVec2(right - end_width - model - m.small, top));
    DrawLlmButton(context, room);
  }
  ImGui::SetCursorPos(ImVec2(right - end_width, top));
  if (DrawButton(context, "End round")) state->dialog = RoomState::Dialog::kEndRound;
  context.focus.EndPanel();
}

}  // namespace app
