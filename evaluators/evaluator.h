// The one interface of everything that judges an answer.
// Implementations are immutable after construction; Evaluate may run on any worker thread.
#pragma once

#include <stop_token>

#include "interview/base/result.h"
#include "interview/model/evaluation.h"

namespace evaluators {

class Evaluator {
 public:
  virtual ~Evaluator() = default;

  // Grades `request.answer`. A wrong or empty answer is an Evaluation with a low score; an Error
  // means that the evaluator itself could not work (no sandbox, no compiler, a broken question) or
  // was stopped (kCancelled), and must never lower a score.
  virtual interview::Result<interview::Evaluation> Evaluate(
      const interview::EvaluationRequest& request, std::stop_token stop) const = 0;

  // Makes ready what evaluating `request`, or one like it, will need, and returns soon. Only the
  // calling thread profits.
  virtual void WarmUp(const interview::EvaluationRequest& /*request*/) const {}

  // Does ahead what evaluating this very answer would begin with, and keeps it where Evaluate finds
  // it: compiles a source. Any thread profits. May take as long as it takes; returns early when
  // stopped, and says nothing of a source that is not well-formed.
  virtual void Prepare(const interview::EvaluationRequest& /*request*/,
                       std::stop_token /*stop*/) const {}
};

}  // namespace evaluators
