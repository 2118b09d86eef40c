// The debrief of a scored session.
#include "app/ui/screens/debrief_screen.h"

#include <algorithm>
#include <cmath>

#include "app/ui/format.h"
#include "app/ui/panels/debrief_panels.h"
#include "app/ui/panels/feedback_panel.h"
#include "app/ui/panels/practise.h"
#include "app/ui/panels/session_notes.h"
#include "app/ui/screens/page.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::ScoreCard;

constexpr float kVerdictShare = 0.52f;  // of the head, where the rounds stand beside it

// A loop's decision, or a drill's band, and why.
void DrawDecision(FrameContext& context, const OpenSession& open, const ScoreCard& card,
                  float width) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::string what = open.session->plan().title + "  ·  " + FormatMoment(open.started);
  Paragraph(context, theme.font.small, theme.color.muted, what, width);
  Gap(m.small);
  const Outcome outcome = OutcomeOf(card);
  Text(context, theme.font.display, VerdictColor(theme, outcome.verdict), FormatOutcome(outcome));
  Gap(m.small);
  if (!card.rule.empty()) Paragraph(context, theme.font.ui, theme.color.body, card.rule, width);
  for (const std::string& reason : card.reasons) {
    Gap(m.line);
    Paragraph(context, theme.font.small, theme.color.muted, reason, width);
  }
}

void DrawActions(FrameContext& context, const AppState& app, const OpenSession& open) {
  if (DrawButton(context, "Transcript")) context.Emit(command::Navigate{Route::kTranscript});
  WrapNext(context, ButtonSize(context, "Replay").x);
  if (DrawButton(context, "Replay")) context.Emit(command::ShowReplay{open.id});
  const std::pair<const char*, const char*> formats[] = {
      {"html", "Export HTML"}, {"md", "Export Markdown"}, {"json", "Export JSON"}};
  for (const auto& [format, label] : formats) {
    WrapNext(context, ButtonSize(context, label).x);
    if (DrawButton(context, label)) {
      context.Emit(command::ExportSession{
          open.id, format, app.paths.data / "exports" / (open.id + "." + std::string(format))});
    }
  }
}

// The outcome, and beside it how the rounds of a loop went.
void DrawHead(FrameContext& context, const AppState& app, const OpenSession& open,
              const ScoreCard& card) {
  const Metrics& m = context.theme.size;
  Card head(context, {.padding = m.huge - m.tiny});
  const float width = head.inner_width();
  const bool is_beside = card.rounds.size() > 1 && width >= m.narrow_page_width;
  const float verdict = is_beside ? std::round(width * kVerdictShare) : width;
  const ImVec2 corner = ImGui::GetCursorPos();
  ImGui::BeginGroup();
  DrawDecision(context, open, card, verdict - (is_beside ? m.huge : 0));
  ImGui::EndGroup();
  if (is_beside) {
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos(ImVec2(corner.x + verdict, corner.y));
    ImGui::BeginGroup();
    for (const interview::RoundScore& round : card.rounds) {
      DrawScoreBar(context, {round.title, round.score, std::nullopt}, width - verdict);
    }
    ImGui::EndGroup();
    ImGui::SetCursorPos(ImVec2(corner.x, std::max(bottom, ImGui::GetCursorPosY())));
  }
  Gap(m.large);
  DrawActions(context, app, open);
}

// Which round of a loop is on show.
void ChooseRound(FrameContext& context, const ScoreCard& card, DebriefState* state) {
  if (card.rounds.size() < 2) return;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < card.rounds.size(); ++i) {
    labels.push_back(card.rounds[i].title + "##" + std::to_string(i));
  }
  DrawSegments(context, "Round", labels, &state->round);
  Gap(context.theme.size.medium);
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
  DrawHead(context, app, open, card);
  Gap(m.large);
  ChooseRound(context, card, state);
  state->round = std::clamp(state->round, 0, std::max(0, static_cast<int>(card.rounds.size()) - 1));
  if (!card.rounds.empty()) {
    const auto round = static_cast<std::size_t>(state->round);
    static const std::vector<std::string> kTabs = {"Scores",       "Your answers", "Tests",
                                                   "Model answer", "Feedback",     "Notes"};
    ImGui::PushID(state->round);
    DrawRoundFacts(context, open.session->plan().rounds[round], open.session->rounds()[round]);
    DrawPractise(context, app, round);
    Gap(m.small);
    PageTabs(context, kTabs, &state->tab);
    const interview::RoundRecord& record = open.session->rounds()[round];
    switch (state->tab) {
      case 0:
        DrawScores(context, open, card.rounds[round], round, state);
        break;
      case 1:
        DrawAnswers(context, app, round, state);
        break;
      case 2:
        DrawJudgements(context, record, state);
        break;
      case 3:
        DrawModelAnswers(context, record, state);
        break;
      case 4:
        DrawFeedback(context, app, round, state);
        break;
      default:
        DrawSessionNotes(context, app, &state->note);
        break;
    }
    ImGui::PopID();
  }
  EndPage(context);
  DrawWholeValue(context, &state->whole);
}

}  // namespace app
