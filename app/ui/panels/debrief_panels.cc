// Scores with evidence, answers, tests and model answers of the debrief.
#include "app/ui/panels/debrief_panels.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/core/judgement_text.h"
#include "app/ui/draw.h"
#include "app/ui/format.h"
#include "app/ui/panels/answer_text.h"
#include "app/ui/panels/judgement_view.h"
#include "app/ui/panels/phase_times.h"
#include "app/ui/widgets/card.h"
#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/feedback.h"
#include "app/ui/widgets/growth_chart.h"
#include "app/ui/widgets/layout.h"
#include "interview/model/language.h"
#include "interview/session/evidence_moment.h"

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

using Moments = std::vector<std::vector<std::optional<interview::Duration>>>;

const Moments& MomentsOf(const OpenSession& open, const interview::RoundScore& score,
                         std::size_t round, DebriefState* state) {
  const auto [it, is_new] = state->moments.try_emplace(round);
  if (!is_new) return it->second;
  for (const interview::DimensionScore& dimension : score.dimensions) {
    auto& moments = it->second.emplace_back();
    for (const interview::Evidence& evidence : dimension.evidence) {
      moments.push_back(interview::MomentOf(evidence, *open.session, open.events));
    }
  }
  return it->second;
}

// One item; `moment` leads to where it stands in the replay.
void DrawEvidence(FrameContext& context, const OpenSession& open,
                  const interview::Evidence& evidence, std::optional<interview::Duration> moment) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 corner = ImGui::GetCursorPos();
  const float room = PageWidth();
  const float indent = m.large + m.tiny;
  const ImVec2 center(at.x + m.small, at.y + theme.font.ui.px * m.prose_leading / 2);
  DrawIcon(ImGui::GetWindowDrawList(), evidence.favourable ? Icon::kCheck : Icon::kCross, center,
           m.gap, evidence.favourable ? theme.color.good : theme.color.bad);
  const std::string label = moment ? "Replay at " + FormatClock(*moment) : std::string();
  const ButtonOptions quiet{.style = ButtonStyle::kQuiet};
  const ImVec2 button = moment ? ButtonSize(context, label.c_str(), quiet) : ImVec2(0, 0);
  const float width = room - indent - (moment ? button.x + m.medium : 0);
  ImGui::SetCursorPosX(corner.x + indent);
  Paragraph(context, theme.font.ui, theme.color.body, FormatOutput(evidence.text), width);
  if (!evidence.quote.empty()) {
    Gap(m.hair);
    ImGui::SetCursorPosX(corner.x + indent);
    Paragraph(context, theme.font.italic, theme.color.muted,
              "“" + FormatOutput(evidence.quote) + "”", width);
  }
  if (!moment) return;
  const float bottom = ImGui::GetCursorPosY();
  const float lift = (button.y - theme.font.ui.px * m.prose_leading) / 2;
  ImGui::SetCursorPos(ImVec2(corner.x + room - button.x, corner.y - lift));
  if (DrawButton(context, label.c_str(), quiet)) {
    context.Emit(command::ShowReplay{open.id, *moment});
  }
  ImGui::SetCursorPos(ImVec2(corner.x, std::max(bottom, corner.y - lift + button.y)));
}

void DrawDimension(FrameContext& context, const OpenSession& open,
                   const interview::DimensionScore& dimension, std::size_t round,
                   const std::vector<std::optional<interview::Duration>>& moments,
                   DebriefState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  Card card(context);
  DrawScoreBar(context, {dimension.title, dimension.score, dimension.self_rating}, PageWidth());
  Gap(m.tiny);
  if (!dimension.anchor.empty()) {
    Paragraph(context, theme.font.ui, theme.color.muted, dimension.anchor);
  }
  if (!dimension.evidence.empty()) Gap(m.medium);
  for (std::size_t i = 0; i < dimension.evidence.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    DrawEvidence(context, open, dimension.evidence[i], moments[i]);
    ImGui::PopID();
  }
  if (!dimension.next_anchor.empty()) {
    Gap(m.medium);
    Paragraph(context, theme.font.small, theme.color.info,
              "What the next step would take: " + dimension.next_anchor);
  }
  DrawAppeal(context, *open.session, static_cast<int>(round), dimension, &state->appeal);
}

// The reference in the language of the answer; null where there is none, or no code was written.
const interview::SourceFile* ReferenceFor(const QuestionWork& work) {
  if (!work.HasCode()) return nullptr;
  if (const auto* ml = std::get_if<interview::MlCodingSpec>(&work.question->spec)) {
    return &ml->solution;
  }
  const auto* coding = std::get_if<interview::CodingSpec>(&work.question->spec);
  if (coding == nullptr) return nullptr;
  for (const interview::SourceFile& file : coding->references) {
    if (interview::LanguageOfFile(file.name) == work.answer.language) return &file;
  }
  return nullptr;
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

void DrawScores(FrameContext& context, const OpenSession& open, const interview::RoundScore& score,
                std::size_t round, DebriefState* state) {
  if (!score.note.empty()) DrawNote(context, score.note);
  if (score.dimensions.empty()) {
    DrawEmptyState(
        context, "Nothing was observed",
        "A round without an answer has no score; it counts neither for nor against you.");
  }
  const Moments& moments = MomentsOf(open, score, round, state);
  for (std::size_t i = 0; i < score.dimensions.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    DrawDimension(context, open, score.dimensions[i], round, moments[i], state);
    ImGui::PopID();
  }
  DrawPhaseTimes(context, *open.session, round);
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
    if (const interview::SourceFile* reference = ReferenceFor(work)) {
      DrawDiff(context, "Your code", work.answer.source, "Reference", reference->text, PageWidth(),
               &state->diffs[work.id]);
      Gap(context.theme.size.medium);
    }
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
