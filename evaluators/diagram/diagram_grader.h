// Grades a whiteboard against the diagram of a design case.
// Any thread; immutable.
//
// Score = 0.4 x share of the required components + 0.6 x weighted share of the connections
//         - 0.1 for each anti-pattern, not below 0.
// A connection counts where both of its ends are required or drawn; a component that is connected
// to nothing, or is only named in a box with more than four others, earns half.
#pragma once

#include <memory>

#include "evaluators/evaluator.h"
#include "evaluators/text/lexicon.h"

namespace evaluators {

// For EvaluationKind::kDiagram. Criteria: group "components" (id of the component), group
// "connections" (id "from->to"), and group "findings" with weight 0: what LintDesign says.
// Anti-patterns on the board are raised as misconceptions. `board` of each points at the boxes and
// arrows: those that earn the credit, that are wrong, or, where something is missing, those that it
// should join.
class DiagramGrader : public Evaluator {
 public:
  explicit DiagramGrader(std::shared_ptr<const Lexicon> lexicon);

  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;

 private:
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace evaluators
