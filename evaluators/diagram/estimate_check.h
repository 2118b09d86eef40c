// Compares what a candidate typed for an estimate with the value that is expected.
// Any thread.
#pragma once

#include <string>
#include <string_view>

#include "evaluators/evaluator.h"
#include "interview/model/question.h"

namespace evaluators {

// The value of a formula of the bank, Python-style arithmetic. kInvalid with the place for anything
// else.
interview::Result<double> EvaluateFormula(std::string_view formula);

// 1 within the tolerance, 0.5 within twice the tolerance, or within a factor of 3 where the
// tolerance is 40 % or more; 0 otherwise.
double EstimateCredit(const interview::Estimate& estimate, double value);

// For EvaluationKind::kEstimates: one criterion per estimate, group "estimates"; the score is their
// mean. Of a range the worse end counts; a unit that cannot be converted earns nothing.
class EstimateCheck : public Evaluator {
 public:
  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;
};

}  // namespace evaluators
