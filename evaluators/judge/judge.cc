// Picks by the kind of request and of question.
#include "evaluators/judge/judge.h"

#include <variant>

#include "evaluators/judge/code_judge.h"
#include "evaluators/judge/ml_judge.h"
#include "evaluators/judge/mutation_score.h"

namespace evaluators {
namespace {

class Judge : public Evaluator {
 public:
  explicit Judge(const JudgeConfig& config) : code_(config), ml_(config), own_tests_(config) {}

  interview::Result<interview::Evaluation> Evaluate(const interview::EvaluationRequest& request,
                                                    std::stop_token stop) const override {
    if (request.kind == interview::EvaluationKind::kOwnTests) {
      return own_tests_.Evaluate(request, std::move(stop));
    }
    const bool is_ml =
        request.question && std::holds_alternative<interview::MlCodingSpec>(request.question->spec);
    return is_ml ? ml_.Evaluate(request, std::move(stop))
                 : code_.Evaluate(request, std::move(stop));
  }

 private:
  CodeJudge code_;
  MlJudge ml_;
  OwnTestsJudge own_tests_;
};

}  // namespace

std::shared_ptr<const Evaluator> MakeJudge(const JudgeConfig& config) {
  return std::make_shared<Judge>(config);
}

}  // namespace evaluators
