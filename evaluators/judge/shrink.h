// Makes a failing test small: delta debugging of its input until nothing more can be left out.
// Blocks while boxes run; any thread.
//
// An input counts only if the question would allow it: it keeps every promise that all tests of the
// question keep (InputRules), the reference answers it, and the brute-force solution does not
// disagree with the reference. It is of interest if the candidate's code fails on it in the same
// way: a wrong answer stays a wrong answer, an exception keeps its type.
#pragma once

#include <stop_token>

#include "evaluators/judge/judge_config.h"
#include "interview/model/evaluation.h"

namespace evaluators {

// Shrinks the test {"index": i} of `request.input` that the answer fails. The judgement has the
// verdict of that test, and its first failure has the shrunk values, which are those of the test
// itself when it is as small as can be. At most 400 inputs are tried, for 3 s and what the last of
// them takes. kInvalid for a test that passes or is not there, and for limits, which depend on the
// size itself; kCancelled when stopped.
interview::Result<interview::Judgement> ShrinkFailure(const interview::EvaluationRequest& request,
                                                      const JudgeConfig& config,
                                                      std::stop_token stop);

}  // namespace evaluators
