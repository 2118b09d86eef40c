// Grades the answer to one follow-up question against its own key points.
// Any thread; immutable.
#pragma once

#include <memory>

#include "evaluators/evaluator.h"
#include "evaluators/text/lexicon.h"

namespace evaluators {

// For EvaluationKind::kFollowUp: `request.part` is the follow-up's id. kInvalid when the question
// has no such follow-up. Criteria are in group "follow_up".
class FollowUpEvaluator : public Evaluator {
 public:
  explicit FollowUpEvaluator(std::shared_ptr<const Lexicon> lexicon);

  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;

 private:
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace evaluators
