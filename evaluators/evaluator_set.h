// All evaluators behind one door: picks the one that a request is for.
// Any thread once built.
#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "evaluators/evaluator.h"

namespace evaluators {

class EvaluatorSet : public Evaluator {
 public:
  // The evaluator for one kind of request about questions of these kinds; replaces an earlier one.
  void Add(interview::EvaluationKind kind, const std::vector<interview::RoundKind>& rounds,
           std::shared_ptr<const Evaluator> evaluator);

  // kInternal when nothing was added for the request.
  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;
  void WarmUp(const interview::EvaluationRequest& request) const override;
  void Prepare(const interview::EvaluationRequest& request, std::stop_token stop) const override;

 private:
  std::map<std::pair<interview::EvaluationKind, interview::RoundKind>,
           std::shared_ptr<const Evaluator>>
      by_kind_;
};

}  // namespace evaluators
