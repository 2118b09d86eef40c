// Cases of one's own.
#include "app/ui/panels/console_custom.h"

#include <algorithm>

#include "app/core/custom_case.h"
#include "app/ui/format.h"
#include "app/ui/panels/console_results.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::EvaluationKind;
using interview::Json;
using interview::Signature;
using interview::TimedEvaluation;
using interview::Verdict;

const interview::CodingSpec* SpecOf(const RoomView& room) {
  if (room.work.question == nullptr) return nullptr;
  return std::get_if<interview::CodingSpec>(&room.work.question->spec);
}

CustomCase MakeCase(const Signature& signature, const Json& input) {
  CustomCase made;
  for (const std::string& text : CaseTexts(signature, input)) {
    made.fields.emplace_back().text.SetText(text);
  }
  return made;
}

// The inputs of earlier runs come back as cases, so that they outlive a restart; without any, the
// first example is where one begins.
void FillIn(const RoomView& room, const interview::CodingSpec& spec, ConsoleState* state) {
  if (!state->cases.empty()) return;
  std::vector<Json> inputs;
  for (const TimedEvaluation& run : room.work.runs) {
    if (run.evaluation.kind != EvaluationKind::kRunCustom || run.input.is_null()) continue;
    if (std::find(inputs.begin(), inputs.end(), run.input) == inputs.end()) {
      inputs.push_back(run.input);
    }
  }
  if (inputs.empty()) {
    inputs.push_back(spec.examples.empty() ? Json::object() : spec.examples.front());
  }
  for (const Json& input : inputs) state->cases.push_back(MakeCase(spec.signature, input));
  state->chosen_case = state->cases.size() - 1;
}

// Reads the fields again where they have changed.
void Read(const Signature& signature, CustomCase* typed) {
  std::vector<std::uint64_t> versions;
  for (const TextBoxState& field : typed->fields) versions.push_back(field.text.version());
  if (versions == typed->read_version) return;
  typed->read_version = versions;
  typed->problems.assign(typed->fields.size(), {});
  typed->input.reset();
  if (signature.kind == Signature::Kind::kClass) {
    const interview::Result<Json> calls = ReadCalls(signature, typed->fields[0].text.Text());
    if (calls) {
      typed->input = *calls;
    } else {
      typed->problems[0] = calls.error().message;
    }
    return;
  }
  Json args = Json::array();
  bool all = true;
  for (std::size_t i = 0; i < typed->fields.size(); ++i) {
    const interview::Result<Json> value =
        ReadArgument(signature.params[i], typed->fields[i].text.Text());
    if (value) {
      args.push_back(*value);
    } else {
      typed->problems[i] = value.error().message;
      all = false;
    }
  }
  if (all) typed->input = Json{{"args", std::move(args)}};
}

// The latest run of this very input, or null.
const TimedEvaluation* ResultOf(const RoomView& room, const CustomCase& typed) {
  if (!typed.input) return nullptr;
  for (auto run = room.work.runs.rbegin(); run != room.work.runs.rend(); ++run) {
    if (run->evaluation.kind == EvaluationKind::kRunCustom && run->evaluation.judgement &&
        run->input == *typed.input) {
      return &*run;
    }
  }
  return nullptr;
}

ChipOptions ChipOf(const FrameContext& context, const TimedEvaluation* result, bool chosen) {
  const Palette& color = context.theme.color;
  if (result == nullptr) return {.dot = color.faint, .chosen = chosen, .value = "Not run yet"};
  const Verdict verdict = result->evaluation.judgement->verdict;
  const bool right = verdict == Verdict::kAccepted;
  return {.dot = right ? color.good : color.bad,
          .mark = right ? Icon::kCheck : Icon::kCross,
          .chosen = chosen,
          .value = interview::DisplayName(verdict)};
}

void DrawCaseChips(FrameContext& context, const RoomView& room, const Signature& signature,
                   ConsoleState* state) {
  for (std::size_t i = 0; i < state->cases.size(); ++i) {
    Read(signature, &state->cases[i]);
    const std::string label = "Mine " + std::to_string(i + 1);
    const ChipOptions options =
        ChipOf(context, ResultOf(room, state->cases[i]), i == state->chosen_case);
    if (i > 0) WrapNext(context, ChipWidth(context, label.c_str(), options));
    if (DrawChip(context, label.c_str(), options)) state->chosen_case = i;
  }
  WrapNext(context, ChipWidth(context, "Copy as new"));
  if (DrawChip(context, "Copy as new", {.value = "Begins another case with these values"})) {
    CustomCase copy;
    for (const TextBoxState& field : state->cases[state->chosen_case].fields) {
      copy.fields.emplace_back().text.SetText(field.text.Text());
    }
    state->cases.push_back(std::move(copy));
    state->chosen_case = state->cases.size() - 1;
  }
  if (state->cases.size() < 2) return;
  WrapNext(context, ChipWidth(context, "Remove"));
  if (DrawChip(context, "Remove", {.value = "Takes this case away"})) {
    state->cases.erase(state->cases.begin() + static_cast<std::ptrdiff_t>(state->chosen_case));
    state->chosen_case = std::min(state->chosen_case, state->cases.size() - 1);
  }
}

// A label and a box for one argument, with what is wrong beneath. True when Enter was pressed.
bool DrawField(FrameContext& context, const CaseField& field, bool calls, bool show_problem,
               const std::string& problem, float width, TextBoxState* text) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small,
           ImVec2(at.x, at.y + m.small + m.hair), theme.color.muted,
           Shortened(theme.font.small, field.name, m.code_label_width - m.small));
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + m.code_label_width);
  const float box = width - m.code_label_width;
  const float height =
      calls ? std::max(2 * m.row_height, TextBoxHeight(context, box, text)) : m.row_height;
  const TextBoxResult typed =
      DrawTextBox(context, field.name.c_str(), ImVec2(box, height), text,
                  {.mode = calls ? TextBoxOptions::Mode::kProse : TextBoxOptions::Mode::kLine,
                   .placeholder = field.hint});
  if (show_problem && !problem.empty()) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + m.code_label_width);
    Paragraph(context, theme.font.small, theme.color.bad, FormatOutput(problem), box);
  }
  return typed.submitted;
}

}  // namespace

void RunCustomCase(FrameContext& context, const RoomView& room, RoomState* state) {
  const interview::CodingSpec* spec = SpecOf(room);
  if (spec == nullptr || IsRunning(room)) return;
  ConsoleState& console = state->console;
  FillIn(room, *spec, &console);
  CustomCase& typed = console.cases[console.chosen_case];
  Read(spec->signature, &typed);
  typed.checked = true;
  if (!typed.input) return;
  EmitAct(context, state, interview::event::RunRequested{true, *typed.input});
}

void DrawCustomCases(FrameContext& context, const RoomView& room, RoomState* state, float width) {
  const interview::CodingSpec* spec = SpecOf(room);
  if (spec == nullptr) {
    return DrawNote(context, "This question is not in the bank any more; nothing can be run.");
  }
  const Theme& theme = context.theme;
  ConsoleState& console = state->console;
  FillIn(room, *spec, &console);
  DrawCaseChips(context, room, spec->signature, &console);
  CustomCase& typed = console.cases[console.chosen_case];
  Read(spec->signature, &typed);
  const std::vector<CaseField> fields = CaseFields(spec->signature);
  const bool calls = spec->signature.kind == Signature::Kind::kClass;
  bool submitted = false;
  ImGui::PushID(static_cast<int>(console.chosen_case));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    submitted |= DrawField(context, fields[i], calls, typed.checked, typed.problems[i], width,
                           &typed.fields[i]);
  }
  ImGui::PopID();
  if (submitted) RunCustomCase(context, room, state);
  if (room.session.IsPending(EvaluationKind::kRunCustom)) {
    DrawRunning(context, room, state, width);
  } else if (const TimedEvaluation* result = ResultOf(room, typed)) {
    DrawCustomResult(context, room, *result, width);
  } else {
    Paragraph(context, theme.font.small, theme.color.muted,
              "Ctrl+Enter runs it; the reference solution tells the expected value.", width);
  }
}

}  // namespace app
