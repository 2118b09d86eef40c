// The debrief of a scored session.
#include "app/ui/screens/debrief_screen.h"

#include <algorithm>

#include "app/ui/format.h"
#include "app/ui/panels/debrief_panels.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::ScoreCard;

Color DecisionColor(const Palette& color, const std::string& decision) {
  if (decision == "hire" || decision == "strong_hire") return color.good;
  if (decision == "lean" || decision == "lean_no") return color.warning;
  return decision == "no_hire" || decision == "no" ? color.bad : color.text;
}

// A loop's decision, or a drill's band.
void DrawDecision(FrameContext& context, const OpenSession& open, const ScoreCard& card) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Text(context, theme.font.small, theme.color.muted,
       open.session->plan().title + "  ·  " + FormatMoment(open.started));
  Gap(m.tiny);
  const Outcome outcome = OutcomeOf(card);
  Text(context, theme.font.display, DecisionColor(theme.color, outcome.verdict),
       FormatOutcome(outcome));
  if (!card.rule.empty()) Paragraph(context, theme.font.ui, theme.color.body, card.rule);
  for (const std::string& reason : card.reasons) {
    Paragraph(context, theme.font.small, theme.color.muted, reason);
  }
}

void DrawActions(FrameContext& context, const AppState& app, const OpenSession& open) {
  if (DrawButton(context, "Transcript")) context.Emit(command::Navigate{Route::kTranscript});
  for (const char* format : {"md", "json"}) {
    ImGui::SameLine();
    const std::string label = std::string("Export ") + (format[0] == 'm' ? "Markdown" : "JSON");
    if (DrawButton(context, label.c_str())) {
      context.Emit(command::ExportSession{open.id, format,
                                          app.paths.data / "exports" / (open.id + "." + format)});
    }
  }
}

void DrawRoundTabs(FrameContext& context, const ScoreCard& card, DebriefState* state) {
  if (card.rounds.size() < 2) return;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < card.rounds.size(); ++i) {
    const interview::RoundScore& round = card.rounds[i];
    labels.push_back(round.title + (round.score ? "  " + FormatScore(*round.score) : "") + "##" +
                     std::to_string(i));
  }
  DrawTabs(context, labels, context.theme.size.panel_header, &state->round);
}

}  // namespace

void DrawDebriefScreen(FrameContext& context, const AppState& app, DebriefState* state) {
  const Metrics& m = context.theme.size;
  BeginPage(context, app, "Debrief", m.page_width);
  if (!app.viewed || !app.viewed->session->score_card()) {
    DrawEmptyState(context, "No debrief to show",
                   "Open a finished session from the history, or take a drill.");
    EndPage(context);
    return;
  }
  const OpenSession& open = *app.viewed;
  const ScoreCard& card = *open.session->score_card();
  if (state->session != open.id) {
    *state = DebriefState{};
    state->session = open.id;
  }
  DrawDecision(context, open, card);
  Gap(m.medium);
  DrawActions(context, app, open);
  Gap(m.large);
  DrawRoundTabs(context, card, state);
  state->round = std::clamp(state->round, 0, std::max(0, static_cast<int>(card.rounds.size()) - 1));
  if (!card.rounds.empty()) {
    const auto round = static_cast<std::size_t>(state->round);
    static const std::vector<std::string> kTabs = {"Scores", "Your answers", "Tests",
                                                   "Model answer", "Feedback"};
    ImGui::PushID(state->round);
    DrawTabs(context, kTabs, m.panel_header, &state->tab);
    DrawSeparator(context);
    const interview::RoundRecord& record = open.session->rounds()[round];
    switch (state->tab) {
      case 0:
        DrawScores(context, card.rounds[round]);
        break;
      case 1:
        DrawAnswers(context, app, record, state);
        break;
      case 2:
        DrawJudgements(context, record, state);
        break;
      case 3:
        DrawModelAnswers(context, record, state);
        break;
      default:
        DrawFeedback(context, app, record, state);
        break;
    }
    ImGui::PopID();
  }
  EndPage(context);
  DrawWholeValue(context, &state->whole);
}

}  // namespace app
