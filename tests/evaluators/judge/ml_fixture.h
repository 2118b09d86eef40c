// Questions whose single check is made up by a test, judged as the app judges them. Any thread.
#pragma once

#include <gtest/gtest.h>

#include "evaluators/judge/ml_judge.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {

inline interview::Evaluation Judge(
    const interview::QuestionPtr& question, std::string source,
    interview::EvaluationKind kind = interview::EvaluationKind::kJudge) {
  interview::EvaluationRequest request;
  request.kind = kind;
  request.question = question;
  request.answer.source = std::move(source);
  const interview::Result<interview::Evaluation> evaluation =
      MlJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << "\n" << evaluation.error().detail;
  return evaluation.value_or(interview::Evaluation{});
}

// A question whose single public check is given; `before` stands above it in checks.py.
inline interview::QuestionPtr Handmade(std::string check_body,
                                       std::vector<std::string> symbols = {"f"},
                                       std::string before = {}) {
  auto question = std::make_shared<interview::Question>();
  question->kind = interview::RoundKind::kMlCoding;
  question->id = "handmade";
  interview::MlCodingSpec spec;
  for (std::string& name : symbols) {
    interview::MlSymbol symbol;
    symbol.name = std::move(name);
    spec.symbols.push_back(symbol);
  }
  spec.forbidden_imports = {"scipy"};
  spec.forbidden_names = {"np.linalg.lstsq", "einsum"};
  spec.limits.time_ms = {{interview::Language::kPython, 2000}};
  spec.checks = {{"only", "property", 1, true, "it works"}};
  spec.check_source = {"checks.py", before + "def check_only(sol, np, rng):\n" + check_body};
  question->spec = spec;
  return question;
}

}  // namespace evaluators
