// Judges code on coding questions: the visible tests, one input of the candidate's own, or
// everything. Evaluate blocks while compilers and boxes run; any worker thread, no shared state but
// the cache on disk.
#pragma once

#include <stop_token>
#include <string>

#include "evaluators/evaluator.h"
#include "evaluators/judge/case_runner.h"
#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/test_suite.h"

namespace evaluators {

class CodeJudge : public Evaluator {
 public:
  explicit CodeJudge(JudgeConfig config) : config_(std::move(config)) {}

  // kRunVisible, kRunCustom and kJudge of coding questions; kInvalid for anything else. The score
  // is the share of tests passed.
  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;
  void WarmUp(const interview::EvaluationRequest& request) const override;
  void Prepare(const interview::EvaluationRequest& request, std::stop_token stop) const override;

 private:
  JudgeConfig config_;
};

// The limits of a question for one language.
RunLimits LimitsOf(const interview::CodingSpec& spec, interview::Language language);

// Runs `source` on `cases` and says of each whether it is right (by the question's checker where it
// has one), counting them in `progress`. Fails only where the judge itself cannot work.
interview::Result<interview::Judgement> JudgeSource(
    const interview::Question& question, const JudgeConfig& config, interview::Language language,
    const std::string& source, const std::vector<TestCase>& cases, std::stop_token stop,
    interview::EvaluationProgress* progress = nullptr);

// Says of answered cases whether they are right: each other outcome becomes kWrongAnswer with the
// reason.
interview::Result<std::vector<CaseOutcome>> JudgeOutcomes(const interview::Question& question,
                                                          const JudgeConfig& config,
                                                          const std::vector<TestCase>& cases,
                                                          std::vector<CaseOutcome> outcomes,
                                                          std::stop_token stop);

}  // namespace evaluators
