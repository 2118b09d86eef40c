// Scores with evidence, answers, tests and model answers of the debrief.
#include "app/ui/panels/debrief_panels.h"

#include <cstdio>
#include <set>

#include "app/core/judgement_text.h"
#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/panels/answer_text.h"
#include "app/ui/panels/judgement_view.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/growth_chart.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using interview::QuestionWork;

void CardTitle(FrameContext& context, std::string_view title) {
  Paragraph(context, context.theme.font.heading, context.theme.color.text, title);
  Gap(context.theme.size.small);
}

float PageWidth() { return ImGui::GetContentRegionAvail().x; }

void DrawMarkdownText(FrameContext& context, DebriefState* state, const std::string& key,
                      const std::string& label, const std::string& text) {
  DrawMarkdown(context, text, PageWidth(), &state->texts[key], "article", label);
}

void DrawEvidence(FrameContext& context, const interview::Evidence& evidence) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 center(at.x + m.small, at.y + theme.font.ui.px * m.prose_leading / 2);
  DrawIcon(ImGui::GetWindowDrawList(), evidence.favourable ? Icon::kCheck : Icon::kCross, center,
           m.gap, evidence.favourable ? theme.color.good : theme.color.bad);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + m.large + m.tiny);
  Paragraph(context, theme.font.ui, theme.color.body, FormatOutput(evidence.text));
  if (evidence.quote.empty()) return;
  Gap(m.hair);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + m.large + m.tiny);
  Paragraph(context, theme.font.italic, theme.color.muted,
            "“" + FormatOutput(evidence.quote) + "”");
}

void DrawDimension(FrameContext& context, const interview::DimensionScore& dimension) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Card card(context);
  DrawScoreBar(context, {dimension.title, dimension.score, dimension.self_rating}, PageWidth());
  Gap(m.tiny);
  if (!dimension.anchor.empty()) {
    Paragraph(context, theme.font.ui, theme.color.muted, dimension.anchor);
  }
  if (!dimension.evidence.empty()) Gap(m.medium);
  for (const interview::Evidence& evidence : dimension.evidence) DrawEvidence(context, evidence);
  if (!dimension.next_anchor.empty()) {
    Gap(m.medium);
    Paragraph(context, theme.font.small, theme.color.info,
              "What the next step would take: " + dimension.next_anchor);
  }
}

std::string QuestionTitle(const QuestionWork& work) {
  return work.question == nullptr ? work.id : work.question->title;
}

void DrawJudgement(FrameContext& context, const interview::Judgement& judgement,
                   const interview::Question* question, DebriefState* state) {
  const Theme& theme = context.theme;
  char measured[96];
  std::snprintf(measured, sizeof measured, "  ·  %.0f ms CPU  ·  %.1f MB", judgement.cpu_ms,
                judgement.peak_mb);
  const bool accepted = judgement.verdict == interview::Verdict::kAccepted;
  const float width = PageWidth();
  Text(context, theme.font.medium, accepted ? theme.color.good : theme.color.bad,
       std::string(interview::DisplayName(judgement.verdict)) + "  ·  " +
           std::to_string(judgement.passed) + " of " + std::to_string(judgement.total) + " passed" +
           measured);
  if (const std::string remark = RemarkOf(judgement); !remark.empty()) {
    Paragraph(context, theme.font.small, theme.color.muted, FormatOutput(remark));
  }
  DrawRemarks(context, judgement, width);
  DrawMeasures(context, judgement, question, width);
  DrawGrowthChart(context, judgement.growth, DeclaredTime(question), width);
  if (!judgement.first_failure) return;
  const interview::Failure& failure = *judgement.first_failure;
  Gap(theme.size.tiny);
  Text(context, theme.font.small, theme.color.muted,
       "First failing test: " + failure.tag + " " + std::to_string(failure.index + 1));
  DrawFailure(context, judgement, question, width, &state->whole);
}

}  // namespace

void DrawRoundFacts(FrameContext& context, const interview::PlannedRound& plan,
                    const interview::RoundRecord& record) {
  std::string facts(interview::DisplayName(plan.kind));
  facts += "  ·  " + FormatLength(plan.length);
  if (record.started && record.submitted) {
    facts += record.automatic
                 ? std::string(", ended by the clock")
                 : ", handed in after " + FormatClock(*record.submitted - *record.started);
  }
  int hints = 0;
  std::set<interview::Language> languages;
  for (const QuestionWork& work : record.work) {
    hints += work.hint_level;
    if (work.HasCode()) languages.insert(work.answer.language);
  }
  for (const interview::Language language : languages) {
    facts += "  ·  " + std::string(interview::DisplayName(language));
  }
  if (interview::HasCode(plan)) {
    facts += "  ·  Editor: " + std::string(interview::DisplayName(plan.assist));
  }
  if (hints > 0) facts += "  ·  " + std::to_string(hints) + (hints == 1 ? " hint" : " hints");
  if (record.paused) facts += "  ·  paused";
  Paragraph(context, context.theme.font.small, context.theme.color.muted, facts);
  Gap(context.theme.size.tiny);
}

void DrawScores(FrameContext& context, const interview::RoundScore& score) {
  if (!score.note.empty()) DrawNote(context, score.note);
  if (score.dimensions.empty()) {
    DrawEmptyState(
        context, "Nothing was observed",
        "A round without an answer has no score; it counts neither for nor against you.");
  }
  for (const interview::DimensionScore& dimension : score.dimensions) {
    DrawDimension(context, dimension);
  }
}

void DrawAnswers(FrameContext& context, const AppState& app, std::size_t round,
                 DebriefState* state) {
  const interview::RoundRecord& record = app.viewed->session->rounds()[round];
  for (std::size_t i = 0; i < record.work.size(); ++i) {
    const QuestionWork& work = record.work[i];
    const Card card(context);
    ImGui::PushID(work.id.c_str());
    CardTitle(context, QuestionTitle(work));
    DrawAnswerReview(context, app, round, i, &state->reviews[{round, i}]);
    ImGui::PopID();
  }
}

void DrawJudgements(FrameContext& context, const interview::RoundRecord& record,
                    DebriefState* state) {
  bool any = false;
  for (const QuestionWork& work : record.work) {
    for (const auto& judged : work.judgements) {
      if (!judged.evaluation.judgement) continue;
      const Card card(context);
      CardTitle(context, QuestionTitle(work) + ", at " + FormatClock(judged.at));
      ImGui::PushID(static_cast<int>(judged.at.count()));
      DrawJudgement(context, *judged.evaluation.judgement, work.question.get(), state);
      ImGui::PopID();
      any = true;
    }
  }
  if (!any) {
    DrawEmptyState(context, "No code was judged",
                   "Tests belong to coding and ML coding rounds in which code was written.");
  }
}

void DrawModelAnswers(FrameContext& context, const interview::RoundRecord& record,
                      DebriefState* state) {
  for (const QuestionWork& work : record.work) {
    const Card card(context);
    CardTitle(context, QuestionTitle(work));
    if (work.question == nullptr) {
      DrawNote(context, "The bank no longer has this question.");
      continue;
    }
    const interview::Question& question = *work.question;
    std::string text = question.model_answer;
    if (const auto* coding = std::get_if<interview::CodingSpec>(&question.spec)) {
      for (const interview::SourceFile& file : coding->references) {
        text += "\n\n### " + file.name + "\n\n" +
                Fenced(file.text, file.name.substr(file.name.rfind('.') + 1));
      }
    }
    if (const auto* ml = std::get_if<interview::MlCodingSpec>(&question.spec)) {
      text += "\n\n### " + ml->solution.name + "\n\n" + Fenced(ml->solution.text, "python");
    }
    if (text.empty())
      text = "This question comes without a model answer; its rubric is under Your answers.";
    DrawMarkdownText(context, state, "model/" + work.id, "Model answer", text);
  }
}

}  // namespace app
