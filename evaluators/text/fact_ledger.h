// Which facts of a question a message asks for.
// Any thread; immutable.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "evaluators/evaluator.h"
#include "evaluators/text/lexicon.h"
#include "evaluators/text/rubric_grader.h"
#include "interview/model/rubric.h"

namespace evaluators {

struct AskedFact {
  std::size_t index = 0;  // of the clarification
  double specificity = 0;
  TextSpan span;  // the words that asked for it
};

// Most specific first. Only questions count ("what is …", "negatives?", "I assume …"). A question
// asks for the one fact that its words speak for most; for none where they say too little, or speak
// nearly as much for another. Joined questions ("…, and what …") are taken one by one.
std::vector<AskedFact> FindAskedFacts(const std::vector<interview::Clarification>& facts,
                                      std::string_view message, const Lexicon& lexicon);

// For EvaluationKind::kFacts: `request.part` is the message. One criterion per fact that was asked
// for, of group "facts" with the clarification's id, text and weight; none for a message that asks
// for nothing. Misconceptions that the message states are raised.
class FactLedger : public Evaluator {
 public:
  explicit FactLedger(std::shared_ptr<const Lexicon> lexicon);

  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override;

 private:
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace evaluators
