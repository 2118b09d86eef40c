// Rows of runs.
#include "app/ui/panels/console_history.h"

#include <cstdio>

#include "app/core/run_history.h"
#include "app/ui/format.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Judgement;
using interview::TimedEvaluation;
using interview::Verdict;

std::string RowText(const TimedEvaluation& run) {
  const Judgement& judgement = *run.evaluation.judgement;
  char cost[48] = "";
  if (judgement.cpu_ms > 0) {
    std::snprintf(cost, sizeof cost, "  ·  %.1f ms  ·  %.1f MB", judgement.cpu_ms,
                  judgement.peak_mb);
  }
  std::string text = FormatClock(run.at) + "  ·  " + RunKindName(run.evaluation.kind) + "  ·  " +
                     std::string(interview::DisplayName(judgement.verdict));
  if (judgement.total > 0) {
    text += "  ·  " + std::to_string(judgement.passed) + " of " + std::to_string(judgement.total);
  }
  return text + cost;
}

// A row that can be pressed, `on` where it is the one on show.
bool DrawRow(FrameContext& context, std::size_t index, const std::string& text, Verdict verdict,
             bool on, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::string label = "Run " + std::to_string(index + 1);
  const ImVec2 min = ImGui::GetCursorScreenPos(), max(min.x + width, min.y + m.row_height);
  bool pressed = ImGui::InvisibleButton(label.c_str(), ImVec2(width, m.row_height));
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  const ImGuiID id = ImGui::GetItemID();
  pressed |= context.focus.Add(id, FocusRing::Kind::kPress, min, max, theme);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawBox(theme, list, min, max, on || hovered ? theme.color.raised : theme.color.editor,
          on ? theme.color.faint : theme.color.border, m.radius_control);
  const float middle = (min.y + max.y) / 2;
  const bool accepted = verdict == Verdict::kAccepted;
  DrawIcon(list, accepted ? Icon::kCheck : Icon::kCross,
           ImVec2(min.x + m.field_padding + m.medium / 2, middle), m.medium,
           accepted ? theme.color.good : theme.color.bad);
  const float left = min.x + m.field_padding + m.medium + m.small;
  DrawText(theme, list, theme.font.small, ImVec2(left, middle - theme.font.small.px / 2),
           theme.color.text,
           Shortened(theme.font.small, label + "  ·  " + text, max.x - left - m.field_padding));
  if (context.tree.recording()) {
    context.tree.Add({.role = "row",
                      .label = label,
                      .value = text,
                      .min = min,
                      .max = max,
                      .focused = context.focus.HasFocus(id),
                      .on = on});
  }
  return pressed;
}

}  // namespace

void DrawRunHistory(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  ConsoleState& console = state->console;
  const std::vector<const TimedEvaluation*> runs = RunsOf(room.work);
  if (runs.empty()) {
    DrawNote(context,
             "Each run and each submission is kept here, to look at again and to compare. "
             "Ctrl+Enter runs the samples.");
    return;
  }
  for (std::size_t i = runs.size(); i-- > 0;) {
    const TimedEvaluation& run = *runs[i];
    const Judgement& judgement = *run.evaluation.judgement;
    const bool on = console.chosen_run ? *console.chosen_run == i : i + 1 == runs.size();
    if (DrawRow(context, i, RowText(run), judgement.verdict, on, width)) {
      console.chosen_run = i;
      console.chosen_test = 0;
      console.tab = ConsoleState::kTests;
    }
    const TimedEvaluation* before = Previous(runs, i);
    if (before == nullptr || judgement.tests.empty()) continue;
    const Judgement& old = *before->evaluation.judgement;
    Paragraph(context, context.theme.font.small, context.theme.color.muted,
              old.tests.empty() ? "Against the one before: it runs at all."
                                : ChangeText(CompareRuns(old, judgement), judgement),
              width);
  }
}

}  // namespace app
