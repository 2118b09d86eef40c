// Judges ML code: the question's checks run in one box and call the candidate's functions in
// another; the judge only carries messages between them, so neither checks nor reference can be
// read by the candidate. Evaluate blocks while the boxes run; any worker thread, no shared state.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/evaluator.h"
#include "evaluators/judge/judge_config.h"
#include "interview/model/question.h"

namespace evaluators {

class MlJudge : public Evaluator {
 public:
  explicit MlJudge(JudgeConfig config) : config_(std::move(config)) {}

  // kRunVisible (the public checks) and kJudge (all) of ML coding questions; kInvalid for anything
  // else. One criterion for each check; the score is the weighted share of checks passed.
  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;
  void WarmUp(const interview::EvaluationRequest& request) const override;

 private:
  JudgeConfig config_;
};

// Runs `checks` of the question against `source`, with one of its functions replaced by a wrong
// variant if `mutant` is given. Fails only where the judge itself cannot work or the question is
// broken.
interview::Result<interview::Judgement> JudgeMlSource(
    const interview::Question& question, const JudgeConfig& config, const std::string& source,
    const std::vector<interview::MlCheck>& checks, const interview::MlMutant* mutant,
    std::stop_token stop, interview::EvaluationProgress* progress = nullptr);

}  // namespace evaluators
