// Point by point; nothing here depends on the order of the answer's sentences.
#include "evaluators/text/rubric_grader.h"

#include <algorithm>
#include <utility>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/number_match.h"

namespace evaluators {
namespace {

using interview::CriterionState;

constexpr double kWeakCredit = 0.5;

TextSpan SpanOf(const TextMatch& match) { return {match.begin, match.end}; }

std::string Quoted(std::string_view words) { return "\"" + std::string(words) + "\""; }

void Earn(PointGrade* grade, double credit, const TextMatch& match, std::string reason) {
  grade->credit = credit;
  grade->state = credit < 1 ? CriterionState::kPartly : CriterionState::kEarned;
  grade->span = SpanOf(match);
  grade->reason = std::move(reason);
}

}  // namespace

CompiledRubric::CompiledRubric(const interview::Rubric& rubric, const Lexicon& lexicon)
    : lexicon_(lexicon) {
  for (const interview::RubricPoint& point : rubric.points) {
    points_.push_back({point,
                       {CompilePattern(point.any, lexicon), CompilePattern(point.all, lexicon),
                        CompilePattern(point.unless, lexicon)},
                       CompilePattern(point.weak, lexicon)});
  }
  for (const interview::Misconception& fault : rubric.misconceptions) {
    faults_.push_back({fault,
                       {CompilePattern(fault.any, lexicon), CompilePattern(fault.all, lexicon),
                        CompilePattern(fault.unless, lexicon)}});
  }
}

MatchResult CompiledRubric::Check(const Conditions& conditions, AnswerText* answer) {
  MatchResult result = FindPattern(conditions.any, answer);
  if (!result.match) return result;
  if (!conditions.unless.empty() && FindPattern(conditions.unless, answer).match) return {};
  if (!conditions.all.empty() && !FindPattern(conditions.all, answer).match) result.match.reset();
  return result;
}

PointGrade CompiledRubric::GradePoint(const Point& point, AnswerText* answer) {
  PointGrade grade{.id = point.point.id, .weight = point.point.weight};
  const MatchResult found = Check(point.conditions, answer);
  if (found.match) {
    Earn(&grade, 1, *found.match, "Says " + Quoted(found.match->alternative) + ".");
    return grade;
  }
  if (point.point.number) {
    if (const auto number = FindNumber(*point.point.number, *answer)) {
      Earn(&grade, 1, *number, "Gives the expected value.");
      return grade;
    }
  }
  const bool cancelled =
      !point.conditions.unless.empty() && FindPattern(point.conditions.unless, answer).match;
  if (const MatchResult weak = FindPattern(point.weak, answer); weak.match && !cancelled) {
    Earn(&grade, kWeakCredit, *weak.match,
         "Only touches on it: " + Quoted(weak.match->alternative) + ".");
    return grade;
  }
  if (found.denied) {
    grade.state = CriterionState::kContradicted;
    grade.span = SpanOf(*found.denied);
    grade.reason = "Denies " + Quoted(found.denied->alternative) + ".";
    return grade;
  }
  grade.reason = "Not mentioned: " + point.point.text + ".";
  return grade;
}

RubricGrade CompiledRubric::Grade(std::string_view answer, std::string_view question_text) const {
  AnswerText text(answer, question_text, lexicon_);
  RubricGrade grade;
  grade.remarks = text.remarks();
  for (const Point& point : points_) grade.points.push_back(GradePoint(point, &text));
  for (const Fault& fault : faults_) {
    const MatchResult found = Check(fault.conditions, &text);
    if (!found.match) continue;
    grade.misconceptions.push_back(
        {fault.misconception.id, fault.misconception.penalty, SpanOf(*found.match)});
  }
  grade.score = RubricScore(grade.points, grade.misconceptions);
  return grade;
}

RubricGrade GradeRubric(const interview::Rubric& rubric, std::string_view answer,
                        std::string_view question_text, const Lexicon& lexicon) {
  return CompiledRubric(rubric, lexicon).Grade(answer, question_text);
}

double RubricScore(const std::vector<PointGrade>& points,
                   const std::vector<MisconceptionGrade>& misconceptions) {
  double earned = 0;
  double weights = 0;
  for (const PointGrade& point : points) {
    earned += point.weight * point.credit;
    weights += point.weight;
  }
  double score = weights > 0 ? earned / weights : 0;
  for (const MisconceptionGrade& fault : misconceptions) score -= fault.penalty;
  return std::clamp(score, 0.0, 1.0);
}

}  // namespace evaluators
