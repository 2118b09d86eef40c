// One small rubric, one text.
#include "evaluators/text/follow_up_evaluator.h"

#include <utility>

#include "evaluators/text/answer_key.h"
#include "evaluators/text/criteria.h"

namespace evaluators {

FollowUpEvaluator::FollowUpEvaluator(std::shared_ptr<const Lexicon> lexicon)
    : lexicon_(std::move(lexicon)) {}

interview::Result<interview::Evaluation> FollowUpEvaluator::Evaluate(
    const interview::EvaluationRequest& request, std::stop_token /*stop*/) const {
  const interview::FollowUp* follow_up = request.question->FindFollowUp(request.part);
  if (follow_up == nullptr) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "Question \"" + request.question->id + "\" has no follow-up \"" +
                               request.part + "\"; use one of its follow_ups or deep_dives.");
  }
  interview::Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = request.question->id;
  evaluation.part = request.part;
  GradedText text;
  const auto said = request.answer.follow_ups.find(request.part);
  if (said != request.answer.follow_ups.end()) text.Add("follow_ups/" + request.part, said->second);
  const RubricGrade grade =
      GradeRubric({follow_up->key_points, {}}, text.text(), follow_up->ask, *lexicon_);
  for (std::size_t i = 0; i < grade.points.size(); ++i) {
    evaluation.criteria.push_back(
        ToCriterion(grade.points[i], "follow_up", follow_up->key_points[i].text, text));
  }
  if (follow_up->answer && follow_up->answer->type != interview::AnswerKey::Type::kNone) {
    const PointGrade value = CheckAnswerKey(*follow_up->answer, text.text(), *lexicon_);
    evaluation.criteria.push_back(ToCriterion(value, "answer_key", "Gives the right value.", text));
  }
  evaluation.score = ScoreOf(evaluation.criteria, {});
  return evaluation;
}

}  // namespace evaluators
