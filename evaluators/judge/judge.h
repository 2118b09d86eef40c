// The whole judge behind one door: code of coding questions, ML code, and tests of the candidate's
// own, each to the evaluator that is for it. Any thread once made.
#pragma once

#include <memory>

#include "evaluators/evaluator.h"
#include "evaluators/judge/judge_config.h"

namespace evaluators {

// Answers kRunVisible, kRunCustom, kJudge and kOwnTests; kInvalid for what a question does not
// take.
std::shared_ptr<const Evaluator> MakeJudge(const JudgeConfig& config);

}  // namespace evaluators
