// Grades a text against rubric points: each with its credit, the words that earned it, and the
// reason. Any thread; the same text always gets the same grade.
//
// Score = sum of weight x credit / sum of weights - penalties of the misconceptions, not below 0.
// Where the model answer is known, its overlap with the answer has a share in the first part.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "evaluators/text/model_answer.h"
#include "evaluators/text/pattern.h"
#include "evaluators/text/text_match.h"
#include "interview/model/evaluation.h"
#include "interview/model/rubric.h"

namespace evaluators {

// Bytes [begin, end) of the graded text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct PointGrade {
  std::string id;
  double weight = 1;
  double credit = 0;  // 0-1
  interview::CriterionState state = interview::CriterionState::kMissing;
  std::optional<TextSpan> span = {};
  std::string reason = {};  // one line: why this credit
  std::string advice = {};  // one line: what would have earned the rest; empty where nothing is due
};

struct MisconceptionGrade {
  std::string id;
  double penalty = 0;
  TextSpan span;
};

struct RubricGrade {
  double score = 0;
  std::vector<PointGrade> points;  // in the order of the rubric
  std::vector<MisconceptionGrade> misconceptions;
  std::vector<std::string> remarks;     // what the guards against empty talk found
  std::optional<ModelOverlap> overlap;  // with the model answer, where it is known
};

// What an answer is graded beside its rubric.
struct GradingContext {
  std::string_view question = {};      // words copied from it do not pay
  std::string_view model_answer = {};  // empty: unknown
  GraderOptions options = {};
};

// A rubric with its alternatives compiled, for many answers; immutable.
class CompiledRubric {
 public:
  // `lexicon` must outlive this object. A rubric without points needs a model answer.
  CompiledRubric(const interview::Rubric& rubric, const Lexicon& lexicon,
                 const GradingContext& context = {});

  RubricGrade Grade(std::string_view answer) const;

 private:
  // What must be found, and what must not.
  struct Conditions {
    Pattern any;
    Pattern all;
    Pattern unless;
  };
  struct Point {
    interview::RubricPoint point;
    Conditions conditions;
    Pattern weak;
  };
  struct Fault {
    interview::Misconception misconception;
    Conditions conditions;
  };

  static MatchResult Check(const Conditions& conditions, AnswerText* answer);
  static PointGrade GradePoint(const Point& point, AnswerText* answer);
  static PointGrade FindCredit(const Point& point, AnswerText* answer);
  // Credit for what comes near the point; false when nothing does.
  static bool EarnPart(const Point& point, AnswerText* answer, PointGrade* grade);
  double Blend(double points_score, const ModelOverlap& overlap) const;

  const Lexicon& lexicon_;
  GraderOptions options_;
  QuestionWords question_;
  std::vector<Point> points_;
  std::vector<Fault> faults_;
  std::optional<ModelAnswer> model_;
};

RubricGrade GradeRubric(const interview::Rubric& rubric, std::string_view answer,
                        std::string_view question_text, const Lexicon& lexicon);

// Sum of weight x credit / sum of weights.
double CreditOf(const std::vector<PointGrade>& points);

}  // namespace evaluators
