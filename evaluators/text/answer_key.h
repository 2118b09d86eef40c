// Checks the one value that a question asks for: a number, true or false, a word.
// Any thread.
#pragma once

#include <string_view>

#include "evaluators/text/lexicon.h"
#include "evaluators/text/rubric_grader.h"
#include "interview/model/rubric.h"

namespace evaluators {

// Credit 1 when the answer gives the value, 0 otherwise; the point has id "answer" and weight 0, as
// the rubric's own points carry the score. REQUIRES: key.type is not kNone.
PointGrade CheckAnswerKey(const interview::AnswerKey& key, std::string_view answer,
                          const Lexicon& lexicon);

}  // namespace evaluators
