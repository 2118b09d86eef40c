// Coding questions made on the spot, and code judged on their examples by the real judge.
// Any thread.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "evaluators/judge/code_judge.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {

inline interview::Json Parse(const char* text) { return *interview::ParseJson(text, "test"); }

// A question without files: only its examples are ever run.
inline std::shared_ptr<interview::Question> Handmade(
    std::vector<std::pair<const char*, const char*>> params, const char* returns,
    std::vector<interview::Json> examples, std::vector<std::string> mutated = {}) {
  auto question = std::make_shared<interview::Question>();
  question->id = "handmade";
  interview::CodingSpec spec;
  spec.signature.name = "solve";
  for (const auto& [name, type] : params) {
    const bool mutates = std::find(mutated.begin(), mutated.end(), name) != mutated.end();
    spec.signature.params.push_back(
        {name, *interview::ParseType(type), interview::Json::object(), mutates});
  }
  spec.signature.returns = *interview::ParseType(returns);
  spec.examples = std::move(examples);
  spec.limits.time_ms = {{interview::Language::kPython, 1000}, {interview::Language::kCpp, 1000}};
  question->spec = spec;
  return question;
}

inline interview::Judgement Judge(interview::EvaluationKind kind, interview::QuestionPtr question,
                                  interview::Language language, std::string source,
                                  interview::Json input = interview::Json::object()) {
  interview::EvaluationRequest request;
  request.kind = kind;
  request.question = std::move(question);
  request.answer.language = language;
  request.answer.source = std::move(source);
  request.input = std::move(input);
  const interview::Result<interview::Evaluation> evaluation =
      CodeJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << "\n" << evaluation.error().detail;
  return evaluation ? *evaluation->judgement : interview::Judgement{};
}

inline interview::Judgement RunExamples(const interview::QuestionPtr& question,
                                        interview::Language language, std::string source) {
  return Judge(interview::EvaluationKind::kRunVisible, question, language, std::move(source));
}

}  // namespace evaluators
