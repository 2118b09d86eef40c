// Chips and values of tests.
#include "app/ui/panels/console_results.h"

#include <algorithm>
#include <cstdio>

#include "app/core/custom_case.h"
#include "app/core/judgement_text.h"
#include "app/core/run_history.h"
#include "app/ui/format.h"
#include "app/ui/panels/code_panel.h"
#include "app/ui/panels/judgement_view.h"
#include "app/ui/panels/marked_value.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::Evaluation;
using interview::EvaluationKind;
using interview::Judgement;
using interview::TestOutcome;
using interview::TimedEvaluation;
using interview::Verdict;

constexpr std::size_t kShownBytes = 600;  // of a value

Color VerdictColor(const Palette& color, Verdict verdict) {
  if (verdict == Verdict::kAccepted) return color.good;
  return verdict == Verdict::kInternalError ? color.warning : color.bad;
}

Icon VerdictMark(Verdict verdict) {
  return verdict == Verdict::kAccepted        ? Icon::kCheck
         : verdict == Verdict::kInternalError ? Icon::kDash
                                              : Icon::kCross;
}

// "  ·  41.3 ms CPU  ·  11.2 MB"; nothing where it did not come to a run.
std::string Measured(const Judgement& judgement) {
  if (judgement.cpu_ms <= 0) return {};
  char text[96];
  std::snprintf(text, sizeof text, "  ·  %.1f ms CPU  ·  %.1f MB", judgement.cpu_ms,
                judgement.peak_mb);
  return text;
}

const interview::CodingSpec* SpecOf(const RoomView& room) {
  if (room.work.question == nullptr) return nullptr;
  return std::get_if<interview::CodingSpec>(&room.work.question->spec);
}

// The example behind a visible test, or null.
const interview::Json* ExampleOf(const RoomView& room, std::size_t index) {
  const interview::CodingSpec* spec = SpecOf(room);
  return spec == nullptr || index >= spec->examples.size() ? nullptr : &spec->examples[index];
}

interview::Json ExpectedOf(const interview::Json& example) {
  for (const char* key : {"expected", "expected_args"}) {
    if (example.contains(key)) return example[key];
  }
  return nullptr;
}

void DrawExampleInput(FrameContext& context, const RoomView& room, const interview::Json& example,
                      float width) {
  if (example.contains("ops")) {
    std::string calls;
    for (const std::string& text : CaseTexts(SpecOf(room)->signature, example)) calls += text;
    DrawValueRow(context, "Calls", FormatOutput(calls), context.theme.color.text, width);
  } else if (example.contains("args")) {
    DrawValueRow(context, "Input", InputText(room.work.question.get(), example["args"]),
                 context.theme.color.text, width);
  }
}

// Input, expected and got of a visible example, where the failure in full is another one.
void DrawExample(FrameContext& context, const RoomView& room, const TestOutcome& test,
                 float width) {
  const interview::Json* example = test.is_public && test.index >= 0
                                       ? ExampleOf(room, static_cast<std::size_t>(test.index))
                                       : nullptr;
  if (example == nullptr) return;
  const Palette& color = context.theme.color;
  DrawExampleInput(context, room, *example, width);
  const bool passed = test.verdict == Verdict::kAccepted;
  const MarkedPair pair =
      passed
          ? MarkedPair{ShowValue(ExpectedOf(*example), room.work.question.get(), {}, kShownBytes),
                       ShowValue(test.got, room.work.question.get(), {}, kShownBytes)}
          : MarkDifference(ExpectedOf(*example), test.got, room.work.question.get(), kShownBytes);
  DrawValueRow(context, "Expected", pair.expected, color.good, width);
  if (!test.got.is_null()) {
    DrawValueRow(context, "Got", pair.got, passed ? color.good : color.bad, width);
  }
}

bool IsPending(const CodeTrial& trial) {
  return trial.result.state == Pending<Evaluation>::State::kPending;
}

// That what follows is no part of the session, or why it could not be had.
void DrawTrial(FrameContext& context, const RoomView& room, float width) {
  if (room.trial == nullptr || IsPending(*room.trial)) return;
  const Theme& theme = context.theme;
  const bool failed = room.trial->result.state == Pending<Evaluation>::State::kUnavailable;
  Paragraph(context, theme.font.small, failed ? theme.color.warning : theme.color.info,
            failed ? "Not run: " + FormatOutput(room.trial->result.why)
                   : "Run just now, on the code of this moment. The transcript stays as it is.",
            width);
}

// Why the last wish of this kind was not met since `after`; empty: it was, or there was none.
std::string ProblemSince(const RoomView& room, interview::Duration after,
                         std::initializer_list<EvaluationKind> kinds) {
  for (auto f = room.session.failures().rbegin(); f != room.session.failures().rend(); ++f) {
    if (f->at < after) break;
    if (f->question == room.work.id &&
        std::find(kinds.begin(), kinds.end(), f->kind) != kinds.end()) {
      return f->message;
    }
  }
  return {};
}

// The button that makes the failing test small, or what has become of it.
void DrawShrink(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  if (room.read_only) return;
  const Theme& theme = context.theme;
  if (room.session.IsPending(EvaluationKind::kShrink)) {
    DrawBusy(context, "Looking for a smaller input");
    if (DrawButton(context, "Stop shrinking")) {
      EmitAct(context, state, interview::event::ShrinkCancelled{});
    }
    return;
  }
  const TimedEvaluation* latest = room.work.LatestTested();
  const std::string problem = ProblemSince(room, latest->at, {EvaluationKind::kShrink});
  if (!problem.empty()) {
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

void DrawChips(FrameContext& context, const Judgement& judgement, ConsoleState* state) {
  bool first = true;
  for (std::size_t i = 0; i < judgement.tests.size(); ++i) {
    const TestOutcome& test = judgement.tests[i];
    if (!HasChip(judgement, test)) continue;
    const std::string label = TestName(test) + "##" + std::to_string(i);
    const ChipOptions options{.dot = VerdictColor(context.theme.color, test.verdict),
                              .mark = VerdictMark(test.verdict),
                              .chosen = static_cast<int>(i) == state->chosen_test,
                              .value = interview::DisplayName(test.verdict)};
    if (!first) WrapNext(context, ChipWidth(context, label.c_str(), options));
    first = false;
    if (DrawChip(context, label.c_str(), options)) state->chosen_test = static_cast<int>(i);
  }
}

// The examples before anything was run.
void DrawExamples(FrameContext& context, const RoomView& room, ConsoleState* state, float width) {
  const interview::CodingSpec* spec = SpecOf(room);
  if (spec == nullptr || spec->examples.empty()) return;
  const int count = static_cast<int>(spec->examples.size());
  state->chosen_test = std::clamp(state->chosen_test, 0, count - 1);
  for (int i = 0; i < count; ++i) {
    const std::string label = "Case " + std::to_string(i + 1);
    const ChipOptions options{.dot = context.theme.color.faint,
                              .chosen = i == state->chosen_test,
                              .value = IsRunning(room) ? "Running" : "Not run yet"};
    if (i > 0) WrapNext(context, ChipWidth(context, label.c_str(), options));
    if (DrawChip(context, label.c_str(), options)) state->chosen_test = i;
  }
  const interview::Json& example = spec->examples[static_cast<std::size_t>(state->chosen_test)];
  DrawExampleInput(context, room, example, width);
  DrawValueRow(context, "Expected",
               ShowValue(ExpectedOf(example), room.work.question.get(), {}, kShownBytes),
               context.theme.color.text, width);
}

void DrawTest(FrameContext& context, const RoomView& room, RoomState* state,
              const TimedEvaluation& run, float width) {
  const Theme& theme = context.theme;
  const Judgement& judgement = *run.evaluation.judgement;
  const auto chosen = static_cast<std::size_t>(state->console.chosen_test);
  if (state->console.chosen_test < 0 || chosen >= judgement.tests.size()) return;
  const TestOutcome& test = judgement.tests[chosen];
  const bool is_first_failure = judgement.first_failure &&
                                judgement.first_failure->index == test.index &&
                                test.verdict != Verdict::kAccepted;
  if (is_first_failure && &run == room.work.LatestTested()) DrawShrink(context, room, state, width);
  if (is_first_failure) {
    DrawFailure(context, judgement, room.work.question.get(), width, &state->console.whole);
  } else {
    DrawExample(context, room, test, width);
  }
  char cost[48];
  std::snprintf(cost, sizeof cost, "  ·  %.1f ms", test.cpu_ms);
  std::string line =
      TestName(test) + "  ·  " + std::string(interview::DisplayName(test.verdict)) + cost;
  // The sentence about the whole ends with that about its first failure.
  if (!test.message.empty() && !is_first_failure) line += "  ·  " + FormatOutput(test.message);
  Paragraph(context, theme.font.small, theme.color.muted, line, width);
}

// The verdict in one line, with what the run cost.
void DrawVerdict(FrameContext& context, const Evaluation& evaluation, float width) {
  const Judgement& judgement = *evaluation.judgement;
  const std::string summary =
      std::string(evaluation.kind == EvaluationKind::kJudge ? "Submitted: " : "Run: ") +
      std::string(interview::DisplayName(judgement.verdict)) +
      (judgement.total > 0 ? "  ·  " + std::to_string(judgement.passed) + " of " +
                                 std::to_string(judgement.total) + " passed"
                           : std::string()) +
      Measured(judgement);
  Paragraph(context, context.theme.font.medium,
            VerdictColor(context.theme.color, judgement.verdict), summary, width);
}

// That an older run is on show, and the way back.
void DrawWhichRun(FrameContext& context, const RoomView& room, ConsoleState* state, float width) {
  const std::vector<const TimedEvaluation*> runs = RunsOf(room.work);
  if (!state->chosen_run || *state->chosen_run >= runs.size()) return;
  const TimedEvaluation& run = *runs[*state->chosen_run];
  const Theme& theme = context.theme;
  Paragraph(context, theme.font.small, theme.color.info,
            "Looking back at run " + std::to_string(*state->chosen_run + 1) + " of " +
                std::to_string(runs.size()) + ", at " + FormatClock(run.at) + ".",
            width);
  if (DrawButton(context, "Back to the latest",
                 {.size = ImVec2(0, theme.size.small_control_height)})) {
    state->chosen_run.reset();
    state->chosen_test = 0;
  }
}

}  // namespace

const TimedEvaluation* ShownRun(const RoomView& room, const ConsoleState& state, RunFilter filter) {
  const std::vector<const TimedEvaluation*> runs = RunsOf(room.work);
  if (state.chosen_run && *state.chosen_run < runs.size()) return runs[*state.chosen_run];
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (filter == RunFilter::kAll || (*run)->evaluation.kind != EvaluationKind::kRunCustom) {
      return *run;
    }
  }
  return nullptr;
}

bool IsRunning(const RoomView& room) {
  if (room.trial != nullptr && IsPending(*room.trial)) return true;
  return room.session.IsPending(EvaluationKind::kRunVisible) ||
         room.session.IsPending(EvaluationKind::kRunCustom) ||
         room.session.IsPending(EvaluationKind::kJudge);
}

bool HasChip(const Judgement& judgement, const TestOutcome& test) {
  return test.is_public ||
         (judgement.first_failure && judgement.first_failure->index == test.index);
}

void DrawRunning(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  const Theme& theme = context.theme;
  const bool on_trial = room.trial != nullptr && IsPending(*room.trial);
  if (room.read_only && !on_trial) return DrawNote(context, "A run was under way.");
  std::string what = "Compiling";
  float share = 0;
  const auto follow = [&](const interview::EvaluationProgress& progress) {
    const int total = progress.total, done = std::min(progress.done.load(), total);
    if (total <= 0) return;
    what = done < total
               ? "Running test " + std::to_string(done + 1) + " of " + std::to_string(total)
               : "All " + std::to_string(total) + " tests ran; measuring";
    share = static_cast<float>(done) / static_cast<float>(total);
  };
  if (on_trial) follow(*room.trial->progress);
  for (const auto& [ticket, pending] : room.session.pending()) {
    const EvaluationKind kind = pending.request.kind;
    if (room.read_only) break;
    if (kind != EvaluationKind::kRunVisible && kind != EvaluationKind::kRunCustom &&
        kind != EvaluationKind::kJudge) {
      continue;
    }
    const auto found = room.app.running->progress.find(ticket);
    if (found != room.app.running->progress.end()) follow(*found->second);
  }
  DrawBusy(context, what);
  ImGui::SameLine(0, theme.size.large);
  const ButtonOptions low{.icon = Icon::kCross, .size = ImVec2(0, theme.size.chip_height)};
  if (DrawButton(context, "Cancel", low)) {
    if (on_trial) {
      context.Emit(command::CancelTrial{});
    } else {
      EmitAct(context, state, interview::event::RunCancelled{});
    }
  }
  DrawProgressBar(context, ImVec2(width, theme.size.line), share, theme.color.accent);
}

void DrawCustomResult(FrameContext& context, const RoomView& room, const TimedEvaluation& run,
                      float width) {
  const Theme& theme = context.theme;
  const Judgement& judgement = *run.evaluation.judgement;
  const bool right = judgement.verdict == Verdict::kAccepted;
  const interview::Question* question = room.work.question.get();
  if (judgement.custom_expected.is_null() && judgement.custom_got.is_null()) {
    DrawRemarks(context, judgement, width);
  } else {
    const MarkedPair pair =
        MarkDifference(judgement.custom_expected, judgement.custom_got, question, kShownBytes);
    DrawValueRow(context, "Expected", pair.expected, theme.color.good, width);
    DrawValueRow(context, "Got", pair.got, right ? theme.color.good : theme.color.bad, width);
  }
  const std::string verdict(interview::DisplayName(judgement.verdict));
  Paragraph(context, theme.font.small, VerdictColor(theme.color, judgement.verdict),
            verdict + Measured(judgement) +
                (judgement.message.empty() ? "" : "  ·  " + FormatOutput(judgement.message)),
            width);
}

void DrawResults(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  const Theme& theme = context.theme;
  if (IsRunning(room)) DrawRunning(context, room, state, width);
  const TimedEvaluation* run = ShownRun(room, state->console, RunFilter::kTested);
  const std::string problem = ProblemSince(
      room, run == nullptr ? interview::Duration(0) : run->at,
      {EvaluationKind::kRunVisible, EvaluationKind::kRunCustom, EvaluationKind::kJudge});
  if (!problem.empty() && !IsRunning(room)) {
    Paragraph(context, theme.font.small, theme.color.warning, "Not run: " + FormatOutput(problem),
              width);
  }
  DrawTrial(context, room, width);
  if (run == nullptr) {
    if (!IsRunning(room) && !room.read_only) {
      Paragraph(context, theme.font.small, theme.color.muted,
                "Ctrl+Enter runs these cases, Ctrl+Shift+Enter submits to all tests.", width);
    }
    DrawExamples(context, room, &state->console, width);
    return;
  }
  DrawWhichRun(context, room, &state->console, width);
  const Judgement& judgement = *run->evaluation.judgement;
  if (run->evaluation.kind == EvaluationKind::kRunCustom) {
    DrawValueRow(context, "Input", InputText(room.work.question.get(), run->input),
                 theme.color.text, width);
    DrawCustomResult(context, room, *run, width);
    return;
  }
  DrawVerdict(context, run->evaluation, width);
  if (const std::string remark = RemarkOf(judgement); !remark.empty()) {
    Paragraph(context, theme.font.small, theme.color.muted, FormatOutput(remark), width);
  }
  DrawRemarks(context, judgement, width,
              [&](int line) { GoToCodeLine(context, room, line, state); });
  DrawChips(context, judgement, &state->console);
  DrawTest(context, room, state, *run, width);
  if (const std::string spread = SpreadText(RunsOf(room.work), *run); !spread.empty()) {
    Paragraph(context, theme.font.small, theme.color.body, spread, width);
  }
  DrawMeasures(context, judgement, room.work.question.get(), width);
}

}  // namespace app
