// What a loop or a drill is started with.
#include "app/ui/screens/setup_screen.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
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

void ChooseMode(FrameContext& context, SetupState* state) {
  const std::vector<std::string> modes = {"Whole loop", "Drill"};
  int mode = state->mode == SetupState::Mode::kLoop ? 0 : 1;
  FormLabel(context, "Rehearse");
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
  FormLabel(context, "Language");
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
  FormLabel(context, "Editor");
  if (DrawSegments(context, "Editor", names, &chosen)) {
    state->assist = interview::kAssistLevels[static_cast<std::size_t>(chosen)];
  }
  FormLabel(context, "");
  Text(context, context.theme.font.small, context.theme.color.muted,
       kMeanings[static_cast<std::size_t>(chosen)]);
  return interview::kAssistLevels[static_cast<std::size_t>(chosen)];
}

void ChoosePace(FrameContext& context, SetupState* state, double* scale) {
  const std::vector<std::string> names = {"Brisk (75 %)", "As planned", "Relaxed (125 %)"};
  int chosen = 1;
  for (std::size_t i = 0; i < kTimeScales.size(); ++i) {
    if (kTimeScales[i] == *scale) chosen = static_cast<int>(i);
  }
  FormLabel(context, "Time");
  if (DrawSegments(context, "Time", names, &chosen)) {
    state->time_scale = *scale = kTimeScales[static_cast<std::size_t>(chosen)];
  }
}

void DrawRounds(FrameContext& context, const interview::LoopPreset& preset, double scale) {
  const Theme& theme = context.theme;
  Heading(context, "The rounds");
  int number = 0;
  for (const interview::LoopRound& round : preset.rounds) {
    ++number;
    const auto length = std::chrono::duration_cast<interview::Duration>(
        std::chrono::duration<double, std::ratio<60>>(round.minutes * scale));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Text(context, theme.font.ui, theme.color.text, std::to_string(number) + ".  " + round.title);
    const std::string what =
        std::string(interview::DisplayName(round.kind)) + "  ·  " + FormatLength(length);
    DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small,
             ImVec2(at.x + 2 * theme.size.form_label_width, at.y), theme.color.muted, what);
    const auto pause = preset.breaks.find(number);
    if (pause == preset.breaks.end()) continue;
    Text(context, theme.font.small, theme.color.faint,
         "       Break, " + std::to_string(pause->second) + " min");
  }
}

void DrawLoopSetup(FrameContext& context, const AppState& app, SetupState* state) {
  const Metrics& m = context.theme.size;
  if (app.loops.presets.empty()) {
    DrawEmptyState(context, "There are no loop presets",
                   "Presets are JSON files in rubrics/loops; a drill needs none.");
    return;
  }
  std::vector<std::string> titles;
  int chosen = 0;
  for (std::size_t i = 0; i < app.loops.presets.size(); ++i) {
    titles.push_back(app.loops.presets[i].title);
    if (app.loops.presets[i].id == state->preset) chosen = static_cast<int>(i);
  }
  FormLabel(context, "Preset");
  DrawCombo(context, "Preset", titles, 2 * m.form_label_width, &chosen);
  const interview::LoopPreset& preset = app.loops.presets[static_cast<std::size_t>(chosen)];
  state->preset = preset.id;
  Language language = state->language.value_or(app.settings.language);
  double scale = state->time_scale.value_or(app.settings.time_scale);
  ChooseLanguage(context, state, &language);
  ChoosePace(context, state, &scale);
  const interview::AssistLevel assist = ChooseAssist(context, app, state);
  Gap(m.medium);
  Paragraph(context, context.theme.font.ui, context.theme.color.body, preset.summary);
  DrawRounds(context, preset, scale);
  Gap(m.large);
  DrawNote(context, "A loop has no pause: its clock runs on, also while the room is left.");
  Gap(m.medium);
  const std::string total =
      "Start (" +
      FormatLength(std::chrono::duration_cast<interview::Duration>(
          std::chrono::duration<double, std::ratio<60>>(preset.minutes() * scale))) +
      ")";
  if (DrawButton(context, (total + "##start").c_str(),
                 {.style = ButtonStyle::kPrimary, .icon = Icon::kPlay, .enabled = !app.running})) {
    context.Emit(command::StartLoop{preset.id, language, scale, {}, assist});
  }
}

void ChooseKind(FrameContext& context, SetupState* state) {
  std::vector<std::string> names;
  int chosen = 0;
  for (const RoundKind kind : interview::kRoundKinds) {
    if (kind == state->kind) chosen = static_cast<int>(names.size());
    names.emplace_back(interview::DisplayName(kind));
  }
  FormLabel(context, "Round");
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
  FormLabel(context, "Question");
  DrawCombo(context, "Question", titles, 2 * context.theme.size.form_label_width, &chosen);
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
  FormLabel(context, "Length");
  DrawCombo(context, "Length", names, 2 * context.theme.size.form_label_width, &chosen);
  state->minutes = kLengths[static_cast<std::size_t>(chosen)];
}

void DrawDrillSetup(FrameContext& context, const AppState& app, SetupState* state) {
  const Metrics& m = context.theme.size;
  ChooseKind(context, state);
  ChooseQuestion(context, app, state);
  ChooseLength(context, state);
  Language language = state->language.value_or(app.settings.language);
  if (state->kind == RoundKind::kCoding) ChooseLanguage(context, state, &language);
  if (state->kind != RoundKind::kCoding) language = Language::kPython;
  interview::AssistLevel assist = interview::AssistLevel::kPlain;
  if (state->kind == RoundKind::kCoding || state->kind == RoundKind::kMlCoding) {
    assist = ChooseAssist(context, app, state);
  }
  Gap(m.large);
  DrawNote(context, "A drill may be paused; the transcript says so.");
  Gap(m.medium);
  if (DrawButton(context, "Start drill",
                 {.style = ButtonStyle::kPrimary, .icon = Icon::kPlay, .enabled = !app.running})) {
    command::StartDrill start;
    if (state->question.empty()) {
      start.kind = state->kind;
    } else {
      start.questions = {state->question};
    }
    if (state->minutes > 0) start.minutes = state->minutes;
    start.language = language;
    start.assist = assist;
    context.Emit(start);
  }
}

}  // namespace

void DrawSetupScreen(FrameContext& context, const AppState& app, SetupState* state) {
  BeginPage(context, app, "Setup", context.theme.size.narrow_page_width);
  const bool loop = state->mode == SetupState::Mode::kLoop;
  PageTitle(context, loop ? "A whole loop" : "A drill",
            loop ? "All rounds in one sitting, with breaks, one scorecard and a decision."
                 : "One round on its own, graded like a round of a loop.");
  ChooseMode(context, state);
  if (state->mode == SetupState::Mode::kLoop) {
    DrawLoopSetup(context, app, state);
  } else {
    DrawDrillSetup(context, app, state);
  }
  if (app.running) {
    Gap(context.theme.size.small);
    DrawUnavailable(context, "A session is running. Finish it or end it before you start another.");
  }
  EndPage(context);
}

}  // namespace app
