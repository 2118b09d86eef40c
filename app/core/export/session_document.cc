// The parts of the document, round by round.
#include "app/core/export/session_document.h"

#include <array>
#include <cstdio>

#include "app/core/export/session_timeline.h"
#include "app/core/feedback_text.h"
#include "app/core/judgement_text.h"

namespace app {
namespace {

using interview::QuestionWork;
using interview::Session;

// The name of a box as the candidate gave it, else its part or id.
std::string NodeName(const interview::Board& board, const std::string& id) {
  for (const interview::BoardNode& n : board.nodes) {
    if (n.id == id) return !n.label.empty() ? n.label : !n.type.empty() ? n.type : n.id;
  }
  return id;
}

std::vector<std::string> BoardLines(const interview::Board& board) {
  std::vector<std::string> lines;
  for (const interview::BoardNode& n : board.nodes) {
    lines.push_back((n.is_part() ? "" : "Note: ") + NodeName(board, n.id) +
                    (n.note.empty() ? "" : " (" + n.note + ")"));
  }
  for (const interview::BoardEdge& e : board.edges) {
    lines.push_back(NodeName(board, e.from) + " → " + NodeName(board, e.to) +
                    (e.label.empty() ? "" : ": " + e.label));
  }
  return lines;
}

ReportAnswer MakeAnswer(const QuestionWork& work) {
  const interview::Answer& answer = work.answer;
  ReportAnswer report{work.id, work.question ? work.question->title : work.id, {}, {}, {}, {}, {},
                      {}};
  if (work.question) report.statement = work.question->statement;
  if (work.question) report.model_answer = work.question->model_answer;
  if (work.HasCode()) {
    report.texts.push_back({"Code", answer.source, std::string(ToString(answer.language))});
  }
  for (const auto& [part, text] : answer.prose) {
    if (!text.empty()) report.texts.push_back({part, text, {}});
  }
  for (const auto& [id, text] : answer.follow_ups) {
    const interview::FollowUp* asked = work.question ? work.question->FindFollowUp(id) : nullptr;
    if (!text.empty()) report.texts.push_back({asked ? asked->ask : id, text, {}});
  }
  for (const auto& [id, text] : answer.estimates) {
    report.texts.push_back({"Estimate: " + id, text, {}});
  }
  if (!work.tests_text.empty()) report.texts.push_back({"Own tests", work.tests_text, "json"});
  if (const interview::Evaluation* judged = work.LastJudgement(); judged && judged->judgement) {
    report.verdict = std::string(DisplayName(judged->judgement->verdict));
    report.judgement = JudgementText(*judged->judgement, work.question.get());
  }
  report.board = BoardLines(answer.board);
  return report;
}

void AddScores(const interview::RoundScore& score, ReportRound* round) {
  round->graded = true;
  round->score = score.score;
  if (!score.band.empty()) round->band = interview::DecisionTitle(score.band);
  round->note = score.note;
  for (const interview::DimensionScore& d : score.dimensions) {
    ReportDimension dimension{d.title, d.blocker, d.score, d.self_rating, d.anchor, {}};
    for (const interview::Evidence& e : d.evidence) {
      dimension.evidence.push_back({e.favourable, e.text, e.quote});
    }
    round->dimensions.push_back(std::move(dimension));
  }
}

// Whose words a line of the interviewer is in, where a language model was asked.
std::string Wording(const interview::Utterance& u) {
  if (!u.model.empty()) return "words of " + u.model + "; script: " + u.text;
  return u.kept.empty() ? std::string() : "script: " + u.kept;
}

ReportRound MakeRound(const Session& session, std::size_t index, interview::Duration end) {
  const interview::PlannedRound& plan = session.plan().rounds[index];
  const interview::RoundRecord& record = session.rounds()[index];
  ReportRound round;
  round.title = plan.title;
  round.started = record.started.has_value();
  if (!round.started) return round;
  if (interview::HasCode(plan)) round.assist = std::string(interview::DisplayName(plan.assist));
  const auto& card = session.score_card();
  if (card && index < card->rounds.size()) AddScores(card->rounds[index], &round);
  const interview::RoundClock clock = session.Clock(static_cast<int>(index), end);
  for (std::size_t i = 0; i < plan.phases.size() && i < clock.phase_elapsed.size(); ++i) {
    round.phases.push_back({plan.phases[i].title, plan.phases[i].budget, clock.phase_elapsed[i]});
  }
  for (const QuestionWork& work : record.work) {
    if (work.shown) round.answers.push_back(MakeAnswer(work));
  }
  for (const interview::Utterance& u : session.conversation()) {
    if (u.round != static_cast<int>(index)) continue;
    round.conversation.push_back(
        {u.at, u.speaker == interview::Speaker::kCandidate, u.words(), Wording(u)});
  }
  return round;
}

}  // namespace

SessionDocument MakeDocument(const OpenSession& open) {
  const Session& session = *open.session;
  SessionDocument document;
  document.id = open.id;
  document.started = open.started;
  document.title = session.plan().title;
  if (const auto& card = session.score_card()) {
    document.scored = true;
    if (!card->decision.empty()) document.decision = interview::DecisionTitle(card->decision);
    document.score = card->score;
    document.rule = card->rule;
    document.reasons = card->reasons;
  }
  document.length = open.events.empty() ? interview::Duration{} : open.events.back().at;
  for (std::size_t i = 0; i < session.rounds().size(); ++i) {
    document.rounds.push_back(MakeRound(session, i, document.length));
  }
  for (const interview::NoteRecord& note : session.notes()) {
    document.notes.push_back({note.note.moment.value_or(note.at), note.note.text});
  }
  for (const interview::FeedbackRecord& f : session.feedback()) {
    document.feedback.push_back(
        {"Feedback by " + f.feedback.model + " on " + TargetName(f.feedback.about),
         FeedbackMarkdown(f.feedback)});
  }
  document.timeline = MakeTimeline(open);
  return document;
}

std::string ReportTime(interview::Duration at) {
  const auto seconds = at.count() / 1000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld",
                static_cast<long long>(seconds / 3600), static_cast<long long>(seconds / 60 % 60),
                static_cast<long long>(seconds % 60));
  return text.data();
}

std::string ReportScore(const std::optional<double>& score) {
  if (!score) return "not observed";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4g", *score);
  return text.data();
}

}  // namespace app
