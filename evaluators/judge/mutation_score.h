// Judges the candidate's own tests: are their expected values right, and which of the question's
// wrong solutions do they catch? Evaluate blocks while boxes run; any worker thread, no shared
// state but the cache on disk.
#pragma once

#include <stop_token>

#include "evaluators/evaluator.h"
#include "evaluators/judge/judge_config.h"

namespace evaluators {

class OwnTestsJudge : public Evaluator {
 public:
  explicit OwnTestsJudge(JudgeConfig config) : config_(std::move(config)) {}

  // kOwnTests of coding questions; kInvalid for anything else. Criteria: "test/<index>" for each
  // test, 1 where its input is valid and its expected value right; "mutant/<file>" for each wrong
  // solution, 1 where a right test catches it. The score is the share of wrong solutions caught;
  // those that are merely slow do not count, because tests typed by hand are small.
  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;

 private:
  JudgeConfig config_;
};

}  // namespace evaluators
