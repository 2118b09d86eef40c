// Points, facts and local scores.
#include "app/core/feedback_request.h"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using evaluators::AnsweredQuestion;
using evaluators::CreditedPoint;
using evaluators::FeedbackRequest;
using interview::Evaluation;
using interview::EvaluationKind;
using interview::QuestionWork;
using interview::Result;

// The criteria of one evaluation, with weights that add up to 1.
void AddCriteria(const Evaluation& evaluation, std::vector<CreditedPoint>* points) {
  double all = 0;
  for (const interview::Criterion& criterion : evaluation.criteria) all += criterion.weight;
  if (all <= 0) return;
  for (const interview::Criterion& criterion : evaluation.criteria) {
    points->push_back({criterion.text, criterion.weight / all, criterion.credit, false});
  }
}

std::string TestsInWords(const interview::Judgement& judgement) {
  return "The code passes " + std::to_string(judgement.passed) + " of " +
         std::to_string(judgement.total) + " tests (" +
         std::string(DisplayName(judgement.verdict)) + ").\n";
}

// Of a question that was not graded locally.
void AddRubric(const interview::Question& question, std::vector<CreditedPoint>* points) {
  for (const interview::RubricGroup& group : question.rubric) {
    for (const interview::RubricPoint& point : group.points) {
      points->push_back({point.text, point.weight, 0, false});
    }
  }
}

AnsweredQuestion Describe(const interview::QuestionPtr& question, interview::Answer answer,
                          const std::vector<const Evaluation*>& evaluations,
                          std::optional<double>* local_score) {
  AnsweredQuestion answered{question, std::move(answer), {}, {}};
  double sum = 0;
  for (const Evaluation* evaluation : evaluations) {
    sum += evaluation->score;
    if (evaluation->kind != EvaluationKind::kJudge) {
      AddCriteria(*evaluation, &answered.points);
      continue;
    }
    answered.points.push_back({"passes the tests", 1, evaluation->score, true});
    if (evaluation->judgement) answered.facts += TestsInWords(*evaluation->judgement);
  }
  if (!evaluations.empty()) *local_score = sum / static_cast<double>(evaluations.size());
  if (std::none_of(answered.points.begin(), answered.points.end(),
                   [](const CreditedPoint& point) { return !point.is_fact; })) {
    AddRubric(*question, &answered.points);
  }
  return answered;
}

AnsweredQuestion Describe(const QuestionWork& work, std::optional<double>* local_score) {
  std::vector<const Evaluation*> evaluations;
  for (const EvaluationKind kind : {EvaluationKind::kJudge, EvaluationKind::kRubric,
                                    EvaluationKind::kDiagram, EvaluationKind::kEstimates}) {
    const Evaluation* found =
        kind == EvaluationKind::kJudge ? work.LastJudgement() : work.Find(kind);
    if (found != nullptr) evaluations.push_back(found);
  }
  interview::Answer answer = work.answer;
  if (!work.HasCode()) answer.source.clear();  // an untouched starter is no answer
  return Describe(work.question, std::move(answer), evaluations, local_score);
}

bool IsAnswered(const QuestionWork& work) {
  return work.question != nullptr && work.shown &&
         (work.HasCode() || work.HasProse() || !work.answer.board.empty());
}

Result<FeedbackRequest> DescribeQuestion(const interview::Session& session,
                                         const interview::FeedbackTarget& about) {
  for (const interview::RoundRecord& round : session.rounds()) {
    for (const QuestionWork& work : round.work) {
      if (work.id != about.question || work.question == nullptr) continue;
      FeedbackRequest request;
      request.about = about;
      request.answers.push_back(Describe(work, &request.local_score));
      return request;
    }
  }
  return interview::Fail(
      interview::ErrorCode::kNotFound,
      "The question \"" + about.question + "\" is not in this session, or no longer in the bank.");
}

Result<FeedbackRequest> DescribeRound(const interview::Session& session,
                                      const interview::FeedbackTarget& about) {
  const auto index = static_cast<std::size_t>(about.round);
  if (about.round < 0 || index >= session.rounds().size()) {
    return interview::Fail(interview::ErrorCode::kNotFound,
                           "This session has no round " + std::to_string(about.round + 1) + ".");
  }
  FeedbackRequest request;
  request.about = about;
  request.round_title = session.plan().rounds[index].title;
  for (const QuestionWork& work : session.rounds()[index].work) {
    std::optional<double> of_question;
    if (IsAnswered(work)) request.answers.push_back(Describe(work, &of_question));
  }
  const auto& card = session.score_card();
  if (card && index < card->rounds.size() && card->rounds[index].score) {
    request.local_score = (*card->rounds[index].score - 1) / 3;  // scores run from 1 to 4
  }
  return request;
}

}  // namespace

FeedbackRequest DescribeAnswer(const interview::QuestionPtr& question, interview::Answer answer,
                               const std::vector<const Evaluation*>& evaluations) {
  FeedbackRequest request;
  request.about.question = question->id;
  request.answers.push_back(
      Describe(question, std::move(answer), evaluations, &request.local_score));
  return request;
}

Result<FeedbackRequest> DescribeTarget(const interview::Session& session,
                                       const interview::FeedbackTarget& about) {
  return about.question.empty() ? DescribeRound(session, about) : DescribeQuestion(session, about);
}

std::vector<interview::FeedbackTarget> FeedbackTargets(const interview::Session& session) {
  std::vector<interview::FeedbackTarget> targets, rounds;
  for (std::size_t i = 0; i < session.rounds().size(); ++i) {
    std::size_t answered = 0;
    for (const QuestionWork& work : session.rounds()[i].work) {
      if (!IsAnswered(work)) continue;
      targets.push_back({work.id, 0});
      ++answered;
    }
    if (answered > 1) rounds.push_back({"", static_cast<int>(i)});
  }
  targets.insert(targets.end(), rounds.begin(), rounds.end());
  return targets;
}

bool HasFeedback(const interview::Session& session, const interview::FeedbackTarget& about) {
  return std::any_of(
      session.feedback().begin(), session.feedback().end(),
      [&](const interview::FeedbackRecord& record) { return record.feedback.about == about; });
}

}  // namespace app
