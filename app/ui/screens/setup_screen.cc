// What a loop or a drill is started with: the choices, and beside them what they come to.
#include "app/ui/screens/setup_screen.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/screens/setup_summary.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::kLanguages;
using interview::Language;
using interview::RoundKind;

constexpr std::array kTimeScales = {0.75, 1.0, 1.25};
constexpr std::array kLengths = {0, 10, 15, 20, 30, 45, 60, 90};
constexpr float kFormShare = 0.58f;  // of the page, where the summary stands beside the form

// The label of a field that is not the first.
void NextField(FrameContext& context, std::string_view label) {
  Gap(context.theme.size.large);
  FieldLabel(context, label);
}

void ChooseMode(FrameContext& context, SetupState* state) {
  const std::vector<std::string> modes = {"Whole loop", "Drill"};
  int mode = state->mode == SetupState::Mode::kLoop ? 0 : 1;
  FieldLabel(context, "Rehearse");
  DrawSegments(context, "Rehearse", modes, &mode);
  state->mode = mode == 0 ? SetupState::Mode::kLoop : SetupState::Mode::kDrill;
}

void ChooseLanguage(FrameContext& context, SetupState* state, Language* language) {
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    names.emplace_back(interview::DisplayName(kLanguages[i]));
    if (kLanguages[i] == *language) chosen = static_cast<int>(i);
  }
  NextField(context, "Language");
  if (DrawSegments(context, "Language", names, &chosen)) {
    state->language = *language = kLanguages[static_cast<std::size_t>(chosen)];
  }
}

interview::AssistLevel ChooseAssist(FrameContext& context, const AppState& app, SetupState* state) {
  static constexpr std::array<std::string_view, 3> kMeanings = {
      "No colours, no indenting, no completion: as on a whiteboard.",
      "Colours and indenting, as in a shared pad.",
      "Completion, closing brackets and marked problems besides."};
  std::vector<std::string> names;
  for (const interview::AssistLevel level : interview::kAssistLevels) {
    names.emplace_back(interview::DisplayName(level));
  }
  int chosen = static_cast<int>(state->assist.value_or(app.settings.assist));
  NextField(context, "Editor");
  if (DrawSegments(context, "Editor", names, &chosen)) {
    state->assist = interview::kAssistLevels[static_cast<std::size_t>(chosen)];
  }
  Gap(context.theme.size.tiny);
  Paragraph(context, context.theme.font.small, context.theme.color.muted,
            kMeanings[static_cast<std::size_t>(chosen)]);
  return interview::kAssistLevels[static_cast<std::size_t>(chosen)];
}

void ChoosePace(FrameContext& context, SetupState* state, double* scale) {
  const std::vector<std::string> names = {"Brisk (75 %)", "As planned", "Relaxed (125 %)"};
  int chosen = 1;
  for (std::size_t i = 0; i < kTimeScales.size(); ++i) {
    if (kTimeScales[i] == *scale) chosen = static_cast<int>(i);
  }
  NextField(context, "Time");
  if (DrawSegments(context, "Time", names, &chosen)) {
    state->time_scale = *scale = kTimeScales[static_cast<std::size_t>(chosen)];
  }
}

// Returns what is chosen; null: there is no preset.
const interview::LoopPreset* ChoosePreset(FrameContext& context, const AppState& app,
                                          SetupState* state) {
  if (app.loops.presets.empty()) {
    Gap(context.theme.size.large);
    DrawEmptyState(context, "There are no loop presets",
                   "Presets are JSON files in rubrics/loops; a drill needs none.");
    return nullptr;
  }
  std::vector<std::string> titles;
  int chosen = 0;
  for (std::size_t i = 0; i < app.loops.presets.size(); ++i) {
    titles.push_back(app.loops.presets[i].title);
    if (app.loops.presets[i].id == state->preset) chosen = static_cast<int>(i);
  }
  NextField(context, "Preset");
  DrawCombo(context, "Preset", titles, ImGui::GetContentRegionAvail().x, &chosen);
  const interview::LoopPreset& preset = app.loops.presets[static_cast<std::size_t>(chosen)];
  state->preset = preset.id;
  return &preset;
}

SetupSummary ChooseLoop(FrameContext& context, const AppState& app, SetupState* state) {
  const interview::LoopPreset* preset = ChoosePreset(context, app, state);
  if (preset == nullptr) return {};
  Language language = state->language.value_or(app.settings.language);
  double scale = state->time_scale.value_or(app.settings.time_scale);
  ChooseLanguage(context, state, &language);
  ChoosePace(context, state, &scale);
  const interview::AssistLevel assist = ChooseAssist(context, app, state);
  return SummaryOfLoop(*preset, {preset->id, language, scale, {}, assist});
}

void ChooseKind(FrameContext& context, SetupState* state) {
  std::vector<std::string> names;
  int chosen = 0;
  for (const RoundKind kind : interview::kRoundKinds) {
    if (kind == state->kind) chosen = static_cast<int>(names.size());
    names.emplace_back(interview::DisplayName(kind));
  }
  NextField(context, "Round");
  if (DrawSegments(context, "Round", names, &chosen)) {
    state->kind = interview::kRoundKinds[static_cast<std::size_t>(chosen)];
    state->question.clear();
  }
}

void ChooseQuestion(FrameContext& context, const AppState& app, SetupState* state) {
  std::vector<std::string> titles = {"Chosen for you"};
  std::vector<interview::QuestionId> ids = {{}};
  int chosen = 0;
  for (const interview::QuestionPtr& question : app.bank.questions()) {
    if (question->kind != state->kind) continue;
    if (question->id == state->question) chosen = static_cast<int>(titles.size());
    titles.push_back(question->title);
    ids.push_back(question->id);
  }
  NextField(context, "Question");
  DrawCombo(context, "Question", titles, ImGui::GetContentRegionAvail().x, &chosen);
  state->question = ids[static_cast<std::size_t>(chosen)];
}

void ChooseLength(FrameContext& context, SetupState* state) {
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < kLengths.size(); ++i) {
    names.push_back(kLengths[i] == 0 ? "As usual for it"
                                     : FormatLength(std::chrono::minutes(kLengths[i])));
    if (kLengths[i] == state->minutes) chosen = static_cast<int>(i);
  }
  NextField(context, "Length");
  DrawCombo(context, "Length", names, ImGui::GetContentRegionAvail().x, &chosen);
  state->minutes = kLengths[static_cast<std::size_t>(chosen)];
}

SetupSummary ChooseDrill(FrameContext& context, const AppState& app, SetupState* state) {
  ChooseKind(context, state);
  ChooseQuestion(context, app, state);
  ChooseLength(context, state);
  command::StartDrill start;
  start.language = state->language.value_or(app.settings.language);
  if (state->kind == RoundKind::kCoding) ChooseLanguage(context, state, &start.language);
  if (state->kind != RoundKind::kCoding) start.language = Language::kPython;
  if (state->kind == RoundKind::kCoding || state->kind == RoundKind::kMlCoding) {
    start.assist = ChooseAssist(context, app, state);
  }
  if (state->question.empty()) {
    start.kind = state->kind;
  } else {
    start.questions = {state->question};
  }
  if (state->minutes > 0) start.minutes = state->minutes;
  return SummaryOfDrill(app, state->kind, start);
}

}  // namespace

void DrawSetupScreen(FrameContext& context, const AppState& app, SetupState* state) {
  const Metrics& m = context.theme.size;
  BeginPage(context, app, "Setup", m.page_width);
  const bool loop = state->mode == SetupState::Mode::kLoop;
  PageTitle(context, loop ? "A whole loop" : "A drill",
            loop ? "All rounds in one sitting, with breaks, one scorecard and a decision."
                 : "One round on its own, graded like a round of a loop.");
  const float room = ImGui::GetContentRegionAvail().x;
  const bool is_beside = room >= m.narrow_page_width;
  const float form_width = is_beside ? std::round((room - m.gap) * kFormShare) : room;
  const ImVec2 corner = ImGui::GetCursorPos();
  Card form(context, {.width = form_width});
  ChooseMode(context, state);
  const SetupSummary summary = state->mode == SetupState::Mode::kLoop
                                   ? ChooseLoop(context, app, state)
                                   : ChooseDrill(context, app, state);
  form.End();
  if (is_beside) ImGui::SetCursorPos(ImVec2(corner.x + form_width + m.gap, corner.y));
  DrawSetupSummary(context, app, summary, is_beside ? room - form_width - m.gap : room);
  EndPage(context);
}

}  // namespace app
