// Proves a question's rubric by the examples it carries: every example must score inside its band
// and raise its misconceptions, and the model answers must score as good ones do. Any thread.
#pragma once

#include <string>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "interview/model/question.h"

namespace evaluators {

// One message per broken promise, empty when all hold. A message names the example by its first
// words, the score, the band, and what became of each point.
//
// Concepts: rubric_examples, and the model answer at 0.9 or more. Coding and ML coding:
// rubric_examples. System design: answers/model.json at 0.9 or more, mediocre.json at 0.4 to 0.6,
// buzzword.json at 0.25 or less, where the score is (5 sections + 2 diagram + 2 estimates + 1 share
// of clarifications asked for) / 10.
std::vector<std::string> ProveRubric(const interview::Question& question, const Lexicon& lexicon);

}  // namespace evaluators
