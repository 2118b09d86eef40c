// The console's header with its tabs and buttons, and what Run and Submit do.
#include "app/ui/panels/console_panel.h"

#include <algorithm>
#include <vector>

#include "app/core/run_history.h"
#include "app/ui/panels/console_custom.h"
#include "app/ui/panels/console_history.h"
#include "app/ui/panels/console_output.h"
#include "app/ui/panels/console_results.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::EvaluationKind;
using interview::Judgement;
using interview::TimedEvaluation;
using interview::Verdict;
using Tab = ConsoleState::Tab;

bool TakesOwnCases(const RoomView& room) {
  return room.plan.kind == interview::RoundKind::kCoding && !room.read_only;
}

// In a replay: the code as of then, without a trace in the transcript.
void TryCode(FrameContext& context, const RoomView& room, EvaluationKind kind) {
  context.Emit(command::TryCode{kind, room.work.id, room.language(), room.work.answer.source});
}

// A new result is shown at once, with its first failure.
void FollowResults(const RoomView& room, ConsoleState* state) {
  const std::size_t results = room.work.runs.size() + room.work.judgements.size();
  if (results == state->seen_runs) return;
  state->seen_runs = results;
  state->chosen_run.reset();
  const TimedEvaluation* latest = ShownRun(room, *state, RunFilter::kAll);
  if (latest == nullptr || latest->evaluation.kind == EvaluationKind::kRunCustom) return;
  state->chosen_test = 0;
  if (state->tab != Tab::kOutput) state->tab = Tab::kTests;
  const Judgement& judgement = *latest->evaluation.judgement;
  for (std::size_t i = 0; i < judgement.tests.size(); ++i) {
    if (judgement.tests[i].verdict == Verdict::kAccepted ||
        !HasChip(judgement, judgement.tests[i])) {
      continue;
    }
    state->chosen_test = static_cast<int>(i);
    break;
  }
}

struct TabList {
  std::vector<Tab> tabs;
  std::vector<std::string> labels;  // with a stable id after "##"
};

TabList TabsOf(const RoomView& room, const ConsoleState& state, bool is_narrow) {
  TabList list{{Tab::kTests, Tab::kOutput}, {"Tests", "Output##output"}};
  const TimedEvaluation* run = ShownRun(room, state, RunFilter::kTested);
  if (run != nullptr && run->evaluation.judgement->total > 0) {
    const Judgement& judgement = *run->evaluation.judgement;
    list.labels[0] +=
        " " + std::to_string(judgement.passed) + "/" + std::to_string(judgement.total);
  }
  list.labels[0] += "##tests";
  if (TakesOwnCases(room)) {
    list.tabs.push_back(Tab::kCustom);
    list.labels.emplace_back(is_narrow ? "Custom##custom" : "Custom input##custom");
  }
  list.tabs.push_back(Tab::kHistory);
  list.labels.emplace_back(is_narrow ? "Runs##history" : "History##history");
  return list;
}

void DrawConsoleTabs(FrameContext& context, const RoomView& room, ConsoleState* state,
                     float width) {
  const Metrics& m = context.theme.size;
  const auto total = [&](const TabList& list) {
    float sum = m.small;
    for (const std::string& label : list.labels) {
      sum += TextSize(context.theme.font.medium, VisibleLabel(label)).x + 2 * m.tab_padding;
    }
    return sum;
  };
  TabList list = TabsOf(room, *state, false);
  if (total(list) > width) list = TabsOf(room, *state, true);
  int index = 0;
  for (std::size_t i = 0; i < list.tabs.size(); ++i) {
    if (list.tabs[i] == state->tab) index = static_cast<int>(i);
  }
  ImGui::SetCursorPos(ImVec2(m.small, m.hair));
  DrawTabs(context, list.labels, m.panel_header - m.line, &index);
  state->tab = list.tabs[static_cast<std::size_t>(index)];
}

void DrawHeader(FrameContext& context, const RoomView& room, RoomState* state, float panel_width) {
  const Metrics& m = context.theme.size;
  const bool idle = !IsRunning(room);
  const bool is_narrow = panel_width < m.narrow_console;
  const char* run_label = room.read_only ? "Run as of now" : "Run";
  const char* submit_label = room.read_only ? "All tests" : "Submit";
  const bool is_fixed = !is_narrow && !room.read_only;
  const ButtonOptions run{.icon = Icon::kPlay,
                          .icon_only = is_narrow,
                          .enabled = idle,
                          .size = ImVec2(is_fixed ? m.run_width : 0, m.row_height),
                          .action = room.read_only ? ActionId::kNone : ActionId::kRun};
  const ButtonOptions submit{.style = ButtonStyle::kPrimary,
                             .enabled = idle,
                             .size = ImVec2(is_fixed ? m.submit_width : 0, m.row_height),
                             .action = room.read_only ? ActionId::kNone : ActionId::kSubmit};
  const float width =
      ButtonSize(context, run_label, run).x + m.small + ButtonSize(context, submit_label, submit).x;
  const float left = panel_width - width - m.medium;
  DrawConsoleTabs(context, room, &state->console, left - m.small);
  ImGui::SetCursorPos(ImVec2(left, (m.panel_header - m.row_height) / 2));
  if (DrawButton(context, run_label, run)) RunCode(context, room, state);
  ImGui::SameLine(0, m.small);
  if (DrawButton(context, submit_label, submit)) SubmitCode(context, room, state);
  DrawHeaderLine(context, m.panel_header - m.hair);
}

}  // namespace

void RunCode(FrameContext& context, const RoomView& room, RoomState* state) {
  if (IsRunning(room)) return;
  if (room.read_only) return TryCode(context, room, EvaluationKind::kRunVisible);
  if (state->console.tab == Tab::kCustom) return RunCustomCase(context, room, state);
  if (state->console.tab == Tab::kHistory) state->console.tab = Tab::kTests;
  state->console.chosen_run.reset();
  EmitAct(context, state, interview::event::RunRequested{false, {}});
}

void SubmitCode(FrameContext& context, const RoomView& room, RoomState* state) {
  if (IsRunning(room)) return;
  if (room.read_only) return TryCode(context, room, EvaluationKind::kJudge);
  state->console.tab = Tab::kTests;
  state->console.chosen_run.reset();
  EmitAct(context, state, interview::event::SubmitRequested{});
}

void CancelRun(FrameContext& context, const RoomView& room, RoomState* state) {
  if (IsRunning(room)) EmitAct(context, state, interview::event::RunCancelled{});
}

void DrawConsolePanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Metrics& m = context.theme.size;
  ConsoleState& console = state->console;
  FollowResults(room, &console);
  BeginPanel(context, "Console", size);
  DrawHeader(context, room, state, size.x);
  ImGui::SetCursorPos(ImVec2(m.hair, m.panel_header));
  const ImVec2 inner(size.x - 2 * m.hair, size.y - m.panel_header - 2 * m.hair);
  if (console.tab == Tab::kOutput) {
    DrawOutput(context, room, &console, inner);
  } else {
    BeginScroll(context, "results", inner, ImVec2(m.large, m.medium));
    const float width = inner.x - 2 * m.large - m.scrollbar;
    if (console.tab == Tab::kTests) DrawResults(context, room, state, width);
    if (console.tab == Tab::kCustom) DrawCustomCases(context, room, state, width);
    if (console.tab == Tab::kHistory) DrawRunHistory(context, room, state, width);
    EndScroll();
  }
  EndPanel(context);
  DrawWholeValue(context, &console.whole);
}

}  // namespace app
