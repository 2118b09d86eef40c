// Self-rating, break and waiting for grades.
#include "app/ui/screens/interlude_screens.h"

#include <array>
#include <cmath>

#include "app/ui/format.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr std::array kRatings = {1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0};

void DrawRating(FrameContext& context, const interview::DimensionRule& rule, RoomState* state) {
  const Theme& theme = context.theme;
  std::vector<std::string> names;
  int chosen = -1;
  const auto given = state->ratings.find(rule.id);
  for (std::size_t i = 0; i < kRatings.size(); ++i) {
    names.push_back(FormatScore(kRatings[i]));
    if (given != state->ratings.end() && given->second == kRatings[i]) chosen = static_cast<int>(i);
  }
  FormLabel(context, rule.title);
  if (DrawSegments(context, rule.title.c_str(), names, &chosen)) {
    state->ratings[rule.id] = kRatings[static_cast<std::size_t>(chosen)];
  }
  const std::string_view meaning =
      chosen < 0 ? std::string_view("Not rated")
                 : std::string_view(rule.anchors[static_cast<std::size_t>(
                       std::floor(kRatings[static_cast<std::size_t>(chosen)]) - 1)]);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme.size.form_label_width);
  Paragraph(context, theme.font.small, theme.color.muted, meaning);
  Gap(theme.size.medium);
}

// A column in the middle of the screen, `height` high.
void BeginColumn(FrameContext& context, const char* name, float height) {
  const Metrics& m = context.theme.size;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  BeginScreen(context, name);
  ImGui::SetCursorPos(
      ImVec2((display.x - m.dialog_width) / 2, std::max(m.huge, (display.y - height) / 2)));
  BeginPanel(context, name, ImVec2(m.dialog_width, height));
  ImGui::SetCursorPos(ImVec2(m.huge, m.huge));
  ImGui::BeginGroup();
}

void EndColumn(FrameContext& context) {
  ImGui::EndGroup();
  EndPanel(context);
  EndScreen(context);
}

}  // namespace

void DrawSelfRatingScreen(FrameContext& context, const AppState& app, RoomState* state) {
  const interview::Session& session = *app.running->session;
  const interview::PlannedRound* plan = session.current_plan();
  if (plan == nullptr) return;
  if (state->session != app.running->id || state->round != session.round()) {
    *state = RoomState{};
    state->session = app.running->id;
    state->round = session.round();
  }
  BeginPage(context, app, "Self-rating", context.theme.size.narrow_page_width);
  PageTitle(context, "How did it go?",
            "Rate " + plan->title +
                " before you see the grades: 1 is poor, 3 is what one hires, 4 is outstanding. The "
                "difference is what calibration is about.");
  const auto rules = app.rules.rounds.find(plan->kind);
  if (rules != app.rules.rounds.end()) {
    for (const interview::DimensionRule& rule : rules->second.dimensions) {
      DrawRating(context, rule, state);
    }
  }
  Gap(context.theme.size.medium);
  if (DrawButton(context, "Done", {.style = ButtonStyle::kPrimary})) {
    context.Emit(command::Act{interview::event::SelfRated{state->ratings, session.round()}});
    state->ratings.clear();
  }
  ImGui::SameLine();
  if (DrawButton(context, "Skip", {.style = ButtonStyle::kQuiet})) {
    context.Emit(command::Act{interview::event::SelfRated{{}, session.round()}});
    state->ratings.clear();
  }
  EndPage(context);
}

void DrawBreakScreen(FrameContext& context, const AppState& app, RoomState* state) {
  (void)state;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const interview::Session& session = *app.running->session;
  const auto next = static_cast<std::size_t>(session.round() + 1);
  const auto& rounds = session.plan().rounds;
  BeginColumn(context, "Break", 3 * m.card_height);
  Text(context, theme.font.heading, theme.color.muted, "Break");
  Text(context, theme.font.display, theme.color.text,
       FormatClock(session.BreakLeft(app.running->now)));
  Gap(m.medium);
  if (next < rounds.size()) {
    Paragraph(context, theme.font.ui, theme.color.body,
              "Next: " + rounds[next].title + " (" +
                  std::string(interview::DisplayName(rounds[next].kind)) + ", " +
                  FormatLength(rounds[next].length) + ")",
              m.dialog_width - 2 * m.huge);
  }
  Paragraph(context, theme.font.small, theme.color.muted,
            "Stand up, drink something. The next round starts by itself when the break is over.",
            m.dialog_width - 2 * m.huge);
  Gap(m.large);
  if (DrawButton(context, "Start the next round",
                 {.style = ButtonStyle::kPrimary, .icon = Icon::kPlay})) {
    context.Emit(command::Act{interview::event::BreakEnded{}});
  }
  EndColumn(context);
}

void DrawScoringScreen(FrameContext& context, const AppState& app) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::size_t pending = app.running->session->pending().size();
  BeginColumn(context, "Grading", 2 * m.card_height);
  Text(context, theme.font.title, theme.color.text, "Grading your answers");
  Gap(m.medium);
  DrawBusy(context, pending == 0 ? "Adding up"
                                 : std::to_string(pending) +
                                       (pending == 1 ? " evaluation is" : " evaluations are") +
                                       " still running");
  Gap(m.large);
  if (DrawButton(context, "Wait on the home screen", {.style = ButtonStyle::kQuiet})) {
    context.Emit(command::Navigate{Route::kHome});
  }
  EndColumn(context);
}

}  // namespace app
