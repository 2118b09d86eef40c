// Grades everything a candidate wrote and said on a question against all groups of its rubric.
// Any thread; immutable.
#pragma once

#include <memory>

#include "evaluators/evaluator.h"
#include "evaluators/text/lexicon.h"

namespace evaluators {

// For EvaluationKind::kRubric. A concept is graded on prose["answer"]; coding groups on all prose
// and messages; a design section on the prose part of its name first, then on all other prose and
// messages. Criteria carry the rubric group; the value of a question that has one is checked as
// criterion "answer" of group "answer_key" with weight 0.
class RubricEvaluator : public Evaluator {
 public:
  explicit RubricEvaluator(std::shared_ptr<const Lexicon> lexicon);

  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;

 private:
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace evaluators
