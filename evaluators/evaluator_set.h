// All evaluators behind one door: picks the one that a request is for.
// Any thread once built.
#pragma once

#include <map>
#include <memory>

#include "evaluators/evaluator.h"

namespace evaluators {

class EvaluatorSet : public Evaluator {
 public:
  // The evaluator for one kind of request; replaces an earlier one.
  void Add(interview::EvaluationKind kind, std::shared_ptr<const Evaluator> evaluator);

  // kInternal when nothing was added for the kind.
  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;

 private:
  std::map<interview::EvaluationKind, std::shared_ptr<const Evaluator>> by_kind_;
};

}  // namespace evaluators
