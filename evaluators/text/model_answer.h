// The model answer as a signal beside the rubric points: how much of what it says the answer says
// too. Any thread; immutable.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/pattern.h"

namespace evaluators {

struct ModelOverlap {
  double coverage = 0;      // share of the telling words of the model answer, by weight
  double completeness = 0;  // telling words of the answer beside those of the model's, up to 1
  double score = 0;         // both in one number in [0, 1]
};

class ModelAnswer {
 public:
  // `lexicon` must outlive this object.
  ModelAnswer(std::string_view text, const QuestionWords& question, const Lexicon& lexicon,
              const GraderOptions& options);

  // REQUIRES: `answer` was made with the same question and options.
  ModelOverlap Compare(AnswerText* answer) const;

  // Distinct telling words: the more there are, the more their coverage says.
  std::size_t size() const { return words_.size(); }

 private:
  struct Word {
    Term term;
    double weight = 1;
    bool negated = false;
  };
  const Lexicon& lexicon_;
  std::vector<Word> words_;
  double weights_ = 0;
};

}  // namespace evaluators
