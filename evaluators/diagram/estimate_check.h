// Reads what a candidate types for an estimate ("100e6*10/86400 = 11.6k qps") and compares it with
// the value that is expected. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evaluators/evaluator.h"
#include "interview/model/question.h"

namespace evaluators {

// The value of a formula of the bank, Python-style arithmetic. kInvalid with the place for anything
// else.
interview::Result<double> EvaluateFormula(std::string_view formula);

// What was typed, in `unit`: what stands behind the last '=' or '≈', or else before it. Words are
// skipped; scales (k, M, B, G, T, Ki …), percent, and units of data and time are converted. Nothing
// when there is no number.
std::optional<double> ReadEstimate(std::string_view typed, std::string_view unit);

// 1 within the tolerance, 0.5 within twice the tolerance, or within a factor of 3 where the
// tolerance is 40 % or more; 0 otherwise.
double EstimateCredit(const interview::Estimate& estimate, double value);

// For EvaluationKind::kEstimates: one criterion per estimate, group "estimates"; the score is their
// mean.
class EstimateCheck : public Evaluator {
 public:
  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;
};

}  // namespace evaluators
