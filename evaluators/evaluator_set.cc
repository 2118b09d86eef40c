// A lookup by kind.
#include "evaluators/evaluator_set.h"

#include <string>

namespace evaluators {

void EvaluatorSet::Add(interview::EvaluationKind kind,
                       const std::vector<interview::RoundKind>& rounds,
                       std::shared_ptr<const Evaluator> evaluator) {
  for (const interview::RoundKind round : rounds) by_kind_[{kind, round}] = evaluator;
}

interview::Result<interview::Evaluation> EvaluatorSet::Evaluate(
    const interview::EvaluationRequest& request, std::stop_token stop) const {
  const auto found = by_kind_.find({request.kind, request.question->kind});
  if (found == by_kind_.end()) {
    return interview::Fail(interview::ErrorCode::kInternal,
                           "Nothing here can evaluate \"" + std::string(ToString(request.kind)) +
                               "\" of " + std::string(DisplayName(request.question->kind)) + ".");
  }
  return found->second->Evaluate(request, stop);
}

void EvaluatorSet::WarmUp(const interview::EvaluationRequest& request) const {
  const auto found = by_kind_.find({request.kind, request.question->kind});
  if (found != by_kind_.end()) found->second->WarmUp(request);
}

void EvaluatorSet::Prepare(const interview::EvaluationRequest& request,
                           std::stop_token stop) const {
  const auto found = by_kind_.find({request.kind, request.question->kind});
  if (found != by_kind_.end()) found->second->Prepare(request, std::move(stop));
}

}  // namespace evaluators
