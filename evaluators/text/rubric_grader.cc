// Point by point; nothing here depends on the order of the answer's sentences.
#include "evaluators/text/rubric_grader.h"

#include <algorithm>
#include <utility>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/number_match.h"

namespace evaluators {
namespace {

using interview::CriterionState;

constexpr double kNeighboursCredit = 0.6;
constexpr double kHalfCredit = 0.5;  // a weak alternative, or one of which a word is missing
// The share of the model answer's overlap in the score: a long model answer tells more.
constexpr double kMostModelShare = 0.9;
constexpr double kModelWordsForHalf = 25;

TextSpan SpanOf(const TextMatch& match) { return {match.begin, match.end}; }

std::string Quoted(std::string_view words) { return "\"" + std::string(words) + "\""; }

std::string Advise(const interview::RubricPoint& point, CriterionState state) {
  switch (state) {
    case CriterionState::kEarned:
      return {};
    case CriterionState::kPartly:
      return "Say it outright: " + point.text + ".";
    case CriterionState::kContradicted:
      return "Think again: " + point.text + ".";
    case CriterionState::kMissing:
      break;
  }
  return point.hint.empty() ? "Say this too: " + point.text + "." : point.hint;
}

void Earn(PointGrade* grade, double credit, const TextMatch& match, std::string reason) {
  grade->credit = credit;
  grade->state = credit < 1 ? CriterionState::kPartly : CriterionState::kEarned;
  grade->span = SpanOf(match);
  grade->reason = std::move(reason);
}

}  // namespace

CompiledRubric::CompiledRubric(const interview::Rubric& rubric, const Lexicon& lexicon,
                               const GradingContext& context)
    : lexicon_(lexicon), options_(context.options), question_(context.question) {
  const Lexicon no_synonyms;
  const Lexicon& synonyms = options_.synonyms ? lexicon : no_synonyms;
  const auto compile = [&](const auto& alternatives) {
    return CompilePattern(alternatives, synonyms);
  };
  for (const interview::RubricPoint& point : rubric.points) {
    points_.push_back({point,
                       {compile(point.any), compile(point.all), compile(point.unless)},
                       compile(point.weak)});
    if (!options_.point_weights) points_.back().point.weight = 1;
  }
  for (const interview::Misconception& fault : rubric.misconceptions) {
    if (!options_.misconceptions) break;
    faults_.push_back({fault, {compile(fault.any), compile(fault.all), compile(fault.unless)}});
  }
  if (options_.model_answer && !context.model_answer.empty()) {
    model_.emplace(context.model_answer, question_, lexicon, options_);
  }
}

MatchResult CompiledRubric::Check(const Conditions& conditions, AnswerText* answer) {
  MatchResult result = FindPattern(conditions.any, answer);
  if (!result.match) return result;
  if (!conditions.unless.empty() && FindPattern(conditions.unless, answer).match) return {};
  if (!conditions.all.empty() && !FindPattern(conditions.all, answer).match) result.match.reset();
  return result;
}

bool CompiledRubric::EarnPart(const Point& point, AnswerText* answer, PointGrade* grade) {
  std::optional<NearMatch> near;
  if (point.conditions.all.empty()) near = FindNearMatch(point.conditions.any, answer);
  if (near && near->kind == NearMatch::Kind::kNeighbours) {
    Earn(grade, kNeighboursCredit, near->match,
         "Says " + Quoted(near->match.alternative) + " in two sentences.");
    return true;
  }
  if (const MatchResult weak = FindPattern(point.weak, answer); weak.match) {
    Earn(grade, kHalfCredit, *weak.match,
         "Only touches on it: " + Quoted(weak.match->alternative) + ".");
    return true;
  }
  if (!near) return false;
  Earn(grade, kHalfCredit, near->match, "Comes close to " + Quoted(near->match.alternative) + ".");
  return true;
}

PointGrade CompiledRubric::GradePoint(const Point& point, AnswerText* answer) {
  PointGrade grade = FindCredit(point, answer);
  grade.advice = Advise(point.point, grade.state);
  return grade;
}

PointGrade CompiledRubric::FindCredit(const Point& point, AnswerText* answer) {
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
  const bool contradicted = found.denied || found.swapped;
  if (!cancelled && !contradicted && EarnPart(point, answer, &grade)) return grade;
  if (found.denied) {
    grade.state = CriterionState::kContradicted;
    grade.span = SpanOf(*found.denied);
    grade.reason = "Denies " + Quoted(found.denied->alternative) + ".";
    return grade;
  }
  if (found.swapped) {
    grade.state = CriterionState::kContradicted;
    grade.span = SpanOf(*found.swapped);
    grade.reason = "Says " + Quoted(found.swapped->alternative) + " of something else.";
    return grade;
  }
  grade.reason = "Not mentioned: " + point.point.text + ".";
  return grade;
}

double CompiledRubric::Blend(double points_score, const ModelOverlap& overlap) const {
  if (points_.empty()) return overlap.score;
  const auto words = static_cast<double>(model_->size());
  const double share = kMostModelShare * words / (words + kModelWordsForHalf);
  return (1 - share) * points_score + share * overlap.score;
}

RubricGrade CompiledRubric::Grade(std::string_view answer) const {
  AnswerText text(answer, question_, lexicon_, options_);
  RubricGrade grade;
  grade.remarks = text.remarks();
  for (const Point& point : points_) grade.points.push_back(GradePoint(point, &text));
  for (const Fault& fault : faults_) {
    const MatchResult found = Check(fault.conditions, &text);
    if (!found.match) continue;
    grade.misconceptions.push_back(
        {fault.misconception.id, fault.misconception.penalty, SpanOf(*found.match)});
  }
  grade.score = CreditOf(grade.points);
  if (model_) {
    grade.overlap = model_->Compare(&text);
    grade.score = Blend(grade.score, *grade.overlap);
  }
  for (const MisconceptionGrade& fault : grade.misconceptions) grade.score -= fault.penalty;
  grade.score = std::clamp(grade.score, 0.0, 1.0);
  return grade;
}

RubricGrade GradeRubric(const interview::Rubric& rubric, std::string_view answer,
                        std::string_view question_text, const Lexicon& lexicon) {
  return CompiledRubric(rubric, lexicon, {.question = question_text}).Grade(answer);
}

double CreditOf(const std::vector<PointGrade>& points) {
  double earned = 0;
  double weights = 0;
  for (const PointGrade& point : points) {
    earned += point.weight * point.credit;
    weights += point.weight;
  }
  return weights > 0 ? earned / weights : 0;
}

}  // namespace evaluators
