// Grades of rubric points as criteria of an evaluation.
// Any thread.
#pragma once

#include <string>
#include <vector>

#include "evaluators/text/graded_text.h"
#include "evaluators/text/rubric_grader.h"
#include "interview/model/evaluation.h"
#include "interview/model/question.h"
#include "interview/model/rubric.h"

namespace evaluators {

// REQUIRES: the grade is of this point and its span lies in `text`.
interview::Criterion ToCriterion(const PointGrade& grade, std::string_view group,
                                 std::string_view point_text, const GradedText& text);

// Adds the misconceptions of the question that `text` states.
void AddMisconceptions(const interview::Question& question, const GradedText& text,
                       const Lexicon& lexicon, interview::Evaluation* evaluation);

// Sum of weight x credit / sum of weights - penalties, in [0, 1]; 0 without weights.
double ScoreOf(const std::vector<interview::Criterion>& criteria,
               const std::vector<interview::RaisedMisconception>& misconceptions);

}  // namespace evaluators
