// A lookup by kind.
#include "evaluators/evaluator_set.h"

#include <string>

namespace evaluators {

void EvaluatorSet::Add(interview::EvaluationKind kind, std::shared_ptr<const Evaluator> evaluator) {
  by_kind_[kind] = std::move(evaluator);
}

interview::Result<interview::Evaluation> EvaluatorSet::Evaluate(
    const interview::EvaluationRequest& request, std::stop_token stop) const {
  const auto found = by_kind_.find(request.kind);
  if (found == by_kind_.end()) {
    return interview::Fail(interview::ErrorCode::kInternal,
                           "Nothing here can evaluate \"" + std::string(ToString(request.kind)) + "\".");
  }
  return found->second->Evaluate(request, stop);
}

}  // namespace evaluators
