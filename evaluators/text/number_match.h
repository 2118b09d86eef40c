// Looks for the value that a rubric point asks for: "0.1667", "16.7%", "1/6", "one in six".
// Any thread.
#pragma once

#include <optional>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/text_match.h"
#include "interview/model/rubric.h"

namespace evaluators {

// The first number within the tolerance that is neither denied nor unpaid. A number with a unit of
// another name than the expected one does not count; one without a unit does.
std::optional<TextMatch> FindNumber(const interview::NumberExpectation& expected,
                                    const AnswerText& answer);

}  // namespace evaluators
