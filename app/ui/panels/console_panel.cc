// Test results, output and custom input below the editor.
#include "app/ui/panels/console_panel.h"

#include <algorithm>
#include <cstdio>

#include "app/core/judgement_text.h"
#include "app/ui/format.h"
#include "app/ui/panels/judgement_view.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Evaluation;
using interview::EvaluationKind;
using interview::Judgement;
using interview::TestOutcome;
using interview::Verdict;

enum Tab { kTestsTab, kOutputTab, kCustomTab };

// The latest run or judgement, whichever came last; null before the first.
const Evaluation* Latest(const RoomView& room) {
  const auto& runs = room.work.runs;
  const auto& judged = room.work.judgements;
  if (runs.empty() && judged.empty()) return nullptr;
  if (runs.empty()) return &judged.back().evaluation;
  if (judged.empty()) return &runs.back().evaluation;
  return judged.back().at >= runs.back().at ? &judged.back().evaluation : &runs.back().evaluation;
}

const Evaluation* LatestTested(const RoomView& room) {
  const interview::TimedEvaluation* latest = room.work.LatestTested();
  return latest == nullptr ? nullptr : &latest->evaluation;
}

bool Running(const RoomView& room) {
  return room.session.IsPending(EvaluationKind::kRunVisible) ||
         room.session.IsPending(EvaluationKind::kRunCustom) ||
         room.session.IsPending(EvaluationKind::kJudge);
}

Color VerdictColor(const Palette& color, Verdict verdict) {
  if (verdict == Verdict::kAccepted) return color.good;
  return verdict == Verdict::kInternalError ? color.warning : color.bad;
}

std::string Measured(const Judgement& judgement) {
  char text[96];
  std::snprintf(text, sizeof text, "%.0f ms CPU  ·  %.1f MB", judgement.cpu_ms, judgement.peak_mb);
  return text;
}

// Input and expected value of a visible example, where the judge did not repeat them.
void DrawExample(FrameContext& context, const RoomView& room, const TestOutcome& test,
                 float width) {
  if (!test.is_public || room.work.question == nullptr) return;
  const auto* spec = std::get_if<interview::CodingSpec>(&room.work.question->spec);
  if (spec == nullptr || test.index < 0 || test.index >= static_cast<int>(spec->examples.size())) {
    return;
  }
  const interview::Json& example = spec->examples[static_cast<std::size_t>(test.index)];
  const auto row = [&](const char* key, const char* label) {
    if (!example.contains(key)) return;
    DrawValueRow(context, label, FormatValue(example[key]), context.theme.color.text, width);
  };
  if (example.contains("args")) {
    DrawValueRow(context, "Input", InputText(room.work.question.get(), example["args"]),
                 context.theme.color.text, width);
  }
  row("ops", "Calls");
  row("expected", "Expected");
  row("expected_args", "Expected");
}

// Puts the caret at the beginning of a line of the code.
void GoToLine(FrameContext& context, const RoomView& room, int line, RoomState* state) {
  const interview::TextField field{interview::TextField::Kind::kCode, room.work.id,
                                   std::string(interview::ToString(room.language()))};
  const auto box = state->texts.find(field);
  if (box == state->texts.end()) return;
  const int last = box->second.text.line_count() - 1;
  box->second.text.MoveTo({std::clamp(line - 1, 0, last), 0}, TextBuffer::Selection::kDrop);
  box->second.follow_caret = true;
  state->work_tab = 0;
  context.focus.FocusPanel("Work");
}

// Why the last wish to shrink this result was not met; empty: it was, or there was none.
std::string ShrinkProblem(const RoomView& room) {
  const interview::TimedEvaluation* latest = room.work.LatestTested();
  for (auto f = room.session.failures().rbegin(); f != room.session.failures().rend(); ++f) {
    if (latest == nullptr || f->at < latest->at) break;
    if (f->kind == EvaluationKind::kShrink && f->question == room.work.id) return f->message;
  }
  return {};
}

// The button that makes the failing test small, or what has become of it.
void DrawShrink(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  const Theme& theme = context.theme;
  if (room.session.IsPending(EvaluationKind::kShrink)) {
    DrawBusy(context, "Looking for a smaller input");
    if (DrawButton(context, "Stop shrinking")) {
      EmitAct(context, state, interview::event::ShrinkCancelled{});
    }
    return;
  }
  if (const std::string problem = ShrinkProblem(room); !problem.empty()) {
    Paragraph(context, theme.font.small, theme.color.warning, problem, width);
    return;
  }
  if (room.work.Shrinkable() == nullptr) return;
  const ButtonOptions low{.size = ImVec2(0, theme.size.chip_height)};
  WrapNext(context, ButtonSize(context, "Shrink this test", low).x);  // beside the chips
  if (DrawButton(context, "Shrink this test", low)) {
    EmitAct(context, state, interview::event::ShrinkRequested{});
  }
}

// The visible tests, and of the hidden ones the first that fails: the others stay hidden.
bool HasChip(const Judgement& judgement, const TestOutcome& test) {
  return test.is_public ||
         (judgement.first_failure && judgement.first_failure->index == test.index);
}

void DrawChips(FrameContext& context, const Judgement& judgement, ConsoleState* state) {
  bool first = true;
  for (std::size_t i = 0; i < judgement.tests.size(); ++i) {
    const TestOutcome& test = judgement.tests[i];
    if (!HasChip(judgement, test)) continue;
    const std::string label =
        (test.is_public ? "Case " + std::to_string(test.index + 1)
                        : FormatName(test.tag) + " " + std::to_string(test.index + 1)) +
        "##" + std::to_string(i);
    const ChipOptions options{.dot = VerdictColor(context.theme.color, test.verdict),
                              .chosen = static_cast<int>(i) == state->chosen_test,
                              .value = interview::ToString(test.verdict)};
    if (!first) WrapNext(context, ChipWidth(context, label.c_str(), options));
    first = false;
    if (DrawChip(context, label.c_str(), options)) state->chosen_test = static_cast<int>(i);
  }
}

void DrawTests(FrameContext& context, const RoomView& room, RoomState* room_state, float width) {
  ConsoleState* state = &room_state->console;
  const Theme& theme = context.theme;
  const Evaluation* latest = Latest(room);
  if (Running(room)) DrawBusy(context, "Compiling and running");
  if (latest == nullptr || !latest->judgement) {
    if (!Running(room)) {
      DrawNote(
          context,
          "Run tries your code on the visible cases (Ctrl+Enter). Submit judges it against all of "
          "them (Ctrl+Shift+Enter); you may submit as often as you like.");
    }
    return;
  }
  const Judgement& judgement = *latest->judgement;
  const std::string summary =
      std::string(latest->kind == EvaluationKind::kJudge ? "Submitted: " : "Run: ") +
      std::string(interview::DisplayName(judgement.verdict)) +
      (judgement.total > 0 ? "  ·  " + std::to_string(judgement.passed) + " of " +
                                 std::to_string(judgement.total) + " passed"
                           : std::string()) +
      "  ·  " + Measured(judgement);
  Paragraph(context, theme.font.medium, VerdictColor(theme.color, judgement.verdict), summary,
            width);
  if (const std::string remark = RemarkOf(judgement); !remark.empty()) {
    Paragraph(context, theme.font.small, theme.color.muted, FormatOutput(remark), width);
  }
  DrawRemarks(context, judgement, width,
              [&](int line) { GoToLine(context, room, line, room_state); });
  DrawMeasures(context, judgement, nullptr, width);
  DrawChips(context, judgement, state);
  const auto chosen = static_cast<std::size_t>(state->chosen_test);
  if (state->chosen_test < 0 || chosen >= judgement.tests.size()) return;
  const TestOutcome& test = judgement.tests[chosen];
  const bool is_first_failure = judgement.first_failure &&
                                judgement.first_failure->index == test.index &&
                                test.verdict != Verdict::kAccepted;
  if (is_first_failure && latest == LatestTested(room))
    DrawShrink(context, room, room_state, width);
  // The sentence about the whole ends with that about its first failure.
  if (!test.message.empty() && !is_first_failure) {
    Paragraph(context, theme.font.small, theme.color.body, FormatOutput(test.message), width);
  }
  if (is_first_failure) {
    DrawFailure(context, judgement, room.work.question.get(), width, &state->whole);
  } else {
    DrawExample(context, room, test, width);
  }
}

void DrawOutput(FrameContext& context, const RoomView& room, float width) {
  const Theme& theme = context.theme;
  const Evaluation* latest = Latest(room);
  if (latest == nullptr || !latest->judgement) {
    return DrawNote(context, "What your program prints appears here after a run.");
  }
  const Judgement& judgement = *latest->judgement;
  if (judgement.out.empty() && judgement.err.empty()) {
    DrawNote(context, "The last run printed nothing.");
  }
  Paragraph(context, theme.font.code_small, theme.color.text, FormatOutput(judgement.out), width);
  Paragraph(context, theme.font.code_small, theme.color.bad, FormatOutput(judgement.err), width);
}

void RunCustom(FrameContext& context, RoomState* state) {
  ConsoleState& console = state->console;
  const auto args =
      interview::ParseJson("[" + console.custom_input.text.Text() + "]", "custom input");
  if (!args) {
    console.custom_problem = "Write the arguments as JSON, separated by commas: [3, 1, 2], 4";
    return;
  }
  console.custom_problem.clear();
  EmitAct(context, state, interview::event::RunRequested{true, interview::Json{{"args", *args}}});
}

void DrawCustom(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  ConsoleState& console = state->console;
  Text(context, theme.font.small, theme.color.muted,
       "Arguments as JSON; the reference solution tells the expected value.");
  const float button = ButtonSize(context, "Run this").x;
  const TextBoxResult typed = DrawTextBox(
      context, "Custom input", ImVec2(width - button - m.small, m.control_height),
      &console.custom_input, {.mode = TextBoxOptions::Mode::kLine, .placeholder = "[3, 1, 2], 4"});
  ImGui::SameLine();
  if (DrawButton(context, "Run this", {.enabled = !Running(room)}) || typed.submitted) {
    RunCustom(context, state);
  }
  if (!console.custom_problem.empty()) {
    Paragraph(context, theme.font.small, theme.color.bad, console.custom_problem, width);
  }
  if (room.session.IsPending(EvaluationKind::kRunCustom)) DrawBusy(context, "Running");
  for (auto run = room.work.runs.rbegin(); run != room.work.runs.rend(); ++run) {
    if (run->evaluation.kind != EvaluationKind::kRunCustom || !run->evaluation.judgement) continue;
    const Judgement& judgement = *run->evaluation.judgement;
    const bool right = judgement.verdict == Verdict::kAccepted;
    DrawValueRow(context, "Expected", FormatValue(judgement.custom_expected), theme.color.good,
                 width);
    DrawValueRow(context, "Got", FormatValue(judgement.custom_got),
                 right ? theme.color.good : theme.color.bad, width);
    if (!right && !judgement.message.empty()) {
      Paragraph(context, theme.font.small, theme.color.bad, FormatOutput(judgement.message), width);
    }
    break;
  }
}

// A new result is shown at once, with its first failure.
void FollowResults(const RoomView& room, ConsoleState* state) {
  const std::size_t results = room.work.runs.size() + room.work.judgements.size();
  if (results == state->seen_runs) return;
  state->seen_runs = results;
  state->chosen_test = 0;
  const Evaluation* latest = Latest(room);
  if (latest == nullptr || latest->kind == EvaluationKind::kRunCustom || !latest->judgement) return;
  state->tab = kTestsTab;
  const auto& tests = latest->judgement->tests;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    if (tests[i].verdict == Verdict::kAccepted || !HasChip(*latest->judgement, tests[i])) continue;
    state->chosen_test = static_cast<int>(i);
    break;
  }
}

}  // namespace

void RunCode(FrameContext& context, const RoomView& room, RoomState* state) {
  if (Running(room)) return;
  if (state->console.tab == kCustomTab && !state->console.custom_input.text.empty()) {
    RunCustom(context, state);
    return;
  }
  state->console.tab = kTestsTab;
  EmitAct(context, state, interview::event::RunRequested{false, {}});
}

void SubmitCode(FrameContext& context, const RoomView& room, RoomState* state) {
  if (Running(room)) return;
  state->console.tab = kTestsTab;
  EmitAct(context, state, interview::event::SubmitRequested{});
}

void DrawConsolePanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size) {
  const Metrics& m = context.theme.size;
  ConsoleState& console = state->console;
  FollowResults(room, &console);
  BeginPanel(context, "Console", size);
  ImGui::SetCursorPos(ImVec2(m.small, m.hair));
  std::vector<std::string> tabs = {"Tests##tests", "Output##output"};
  if (room.plan.kind == interview::RoundKind::kCoding) tabs.emplace_back("Custom input##custom");
  DrawTabs(context, tabs, m.panel_header - m.line, &console.tab);
  const bool idle = !Running(room);
  const ButtonOptions run{.icon = Icon::kPlay, .enabled = idle, .action = ActionId::kRun};
  const ButtonOptions submit{
      .style = ButtonStyle::kPrimary, .enabled = idle, .action = ActionId::kSubmit};
  const float width =
      ButtonSize(context, "Run", run).x + m.small + ButtonSize(context, "Submit", submit).x;
  ImGui::SetCursorPos(ImVec2(size.x - width - m.medium, (m.panel_header - m.control_height) / 2));
  if (DrawButton(context, "Run", run)) RunCode(context, room, state);
  ImGui::SameLine(0, m.small);
  if (DrawButton(context, "Submit", submit)) SubmitCode(context, room, state);
  DrawHeaderLine(context, m.panel_header - m.hair);
  ImGui::SetCursorPos(ImVec2(m.hair, m.panel_header));
  const ImVec2 inner(size.x - 2 * m.hair, size.y - m.panel_header - 2 * m.hair);
  BeginScroll(context, "results", inner, ImVec2(m.large, m.medium));
  const float text_width = inner.x - 2 * m.large - m.scrollbar;
  if (console.tab == kTestsTab) DrawTests(context, room, state, text_width);
  if (console.tab == kOutputTab) DrawOutput(context, room, text_width);
  if (console.tab == kCustomTab) DrawCustom(context, room, state, text_width);
  EndScroll();
  EndPanel(context);
  DrawWholeValue(context, &console.whole);
}

}  // namespace app
