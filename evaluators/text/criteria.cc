// Conversions, and the one formula of the score.
#include "evaluators/text/criteria.h"

#include <algorithm>

namespace evaluators {

interview::Criterion ToCriterion(const PointGrade& grade, std::string_view group,
                                 std::string_view point_text, const GradedText& text) {
  interview::Criterion criterion;
  criterion.id = grade.id;
  criterion.group = group;
  criterion.text = point_text;
  criterion.weight = grade.weight;
  criterion.credit = grade.credit;
  criterion.state = grade.state;
  if (grade.span) criterion.span = text.ToSpan(*grade.span);
  criterion.reason = grade.reason;
  criterion.advice = grade.advice;
  return criterion;
}

void AddMisconceptions(const interview::Question& question, const GradedText& text,
                       const Lexicon& lexicon, interview::Evaluation* evaluation) {
  if (question.misconceptions.empty()) return;
  const CompiledRubric rubric({{}, question.misconceptions}, lexicon,
                              {.question = question.statement});
  for (const MisconceptionGrade& grade : rubric.Grade(text.text()).misconceptions) {
    const auto of_grade = [&](const auto& misconception) { return misconception.id == grade.id; };
    const auto found =
        std::find_if(question.misconceptions.begin(), question.misconceptions.end(), of_grade);
    evaluation->misconceptions.push_back(
        {grade.id, found->text, grade.penalty, found->reply, text.ToSpan(grade.span)});
  }
}

double ScoreOf(const std::vector<interview::Criterion>& criteria,
               const std::vector<interview::RaisedMisconception>& misconceptions) {
  double earned = 0;
  double weights = 0;
  for (const interview::Criterion& criterion : criteria) {
    earned += criterion.weight * criterion.credit;
    weights += criterion.weight;
  }
  double score = weights > 0 ? earned / weights : 0;
  for (const interview::RaisedMisconception& raised : misconceptions) score -= raised.penalty;
  return std::clamp(score, 0.0, 1.0);
}

}  // namespace evaluators
