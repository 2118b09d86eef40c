// Grades a text against rubric points: each with its credit, the words that earned it, and the
// reason. Any thread; the same text always gets the same grade.
//
// Score = sum of weight x credit / sum of weights - penalties of the misconceptions, not below 0.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/lexicon.h"
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
  double credit = 0;  // 0, 0.5 or 1
  interview::CriterionState state = interview::CriterionState::kMissing;
  std::optional<TextSpan> span = {};
  std::string reason = {};
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
  std::vector<std::string> remarks;  // what the guards against empty talk found
};

// A rubric with its alternatives compiled, for many answers; immutable.
class CompiledRubric {
 public:
  // `lexicon` must outlive this object.
  CompiledRubric(const interview::Rubric& rubric, const Lexicon& lexicon);

  // Words copied from `question_text` do not pay.
  RubricGrade Grade(std::string_view answer, std::string_view question_text) const;

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

  const Lexicon& lexicon_;
  std::vector<Point> points_;
  std::vector<Fault> faults_;
};

RubricGrade GradeRubric(const interview::Rubric& rubric, std::string_view answer,
                        std::string_view question_text, const Lexicon& lexicon);

// Score of the formula above from points and penalties.
double RubricScore(const std::vector<PointGrade>& points,
                   const std::vector<MisconceptionGrade>& misconceptions);

}  // namespace evaluators
