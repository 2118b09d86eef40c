// Tests that a candidate wrote: which are right, and which wrong solutions they catch.
#include "evaluators/judge/mutation_score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/bank/question_bank.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace evaluators {
namespace {

using interview::Evaluation;
using interview::EvaluationRequest;
using interview::Json;
using interview::QuestionPtr;
using interview::Result;

Evaluation Judge(const char* id, std::vector<const char*> tests) {
  static const interview::QuestionBank bank =
      *interview::QuestionBank::Load(std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics");
  EvaluationRequest request;
  request.kind = interview::EvaluationKind::kOwnTests;
  request.question = bank.Find(id);
  for (const char* test : tests)
    request.answer.tests.push_back(*interview::ParseJson(test, "test"));
  const Result<Evaluation> evaluation = OwnTestsJudge(TestConfig()).Evaluate(request, {});
  EXPECT_TRUE(evaluation) << evaluation.error().message << evaluation.error().detail;
  return evaluation.value_or(Evaluation{});
}

double CreditOf(const Evaluation& evaluation, const std::string& id) {
  for (const interview::Criterion& criterion : evaluation.criteria) {
    if (criterion.id == id) return criterion.credit;
  }
  ADD_FAILURE() << "no criterion " << id;
  return -1;
}

TEST(OwnTests, RightTestsCatchWrongSolutions) {
  const Evaluation evaluation =
      Judge("pair-with-target",
            {R"({"args": [[3, 2, 4], 6], "expected": [1, 2]})",
             R"({"args": [[3, 3], 6], "expected": [0, 1]})",
             R"({"args": [[1, 2], 3], "expected": [1, 1]})",
             R"({"args": ["no list", 3], "expected": [0, 1]})", R"({"args": [[1, 2], 3]})"});
  EXPECT_EQ(CreditOf(evaluation, "test/0"), 1);
  EXPECT_EQ(CreditOf(evaluation, "test/1"), 1);
  EXPECT_EQ(CreditOf(evaluation, "test/2"), 0);
  EXPECT_EQ(CreditOf(evaluation, "test/3"), 0);
  EXPECT_EQ(CreditOf(evaluation, "test/4"), 0);
  EXPECT_EQ(CreditOf(evaluation, "mutant/m1_same_index.py"), 1);
  EXPECT_GT(evaluation.score, 0);
  EXPECT_LT(evaluation.score, 1);
  EXPECT_EQ(evaluation.judgement->passed, 2);
  EXPECT_EQ(evaluation.judgement->total, 5);
  for (const interview::Criterion& criterion : evaluation.criteria) {
    EXPECT_EQ(criterion.id.find("m5_list_scan"), std::string::npos) << "slow ones are left out";
  }
}

TEST(OwnTests, AnyRightAnswerOfManyIsRight) {
  const Evaluation evaluation =
      Judge("course-order", {R"({"args": [3, [[1, 0]]], "expected": [2, 0, 1]})",
                             R"({"args": [3, [[1, 0]]], "expected": [1, 0, 2]})"});
  EXPECT_EQ(CreditOf(evaluation, "test/0"), 1);
  EXPECT_EQ(CreditOf(evaluation, "test/1"), 0);
}

TEST(OwnTests, MutatedArgumentsMayBeGivenAsTheExpectedValue) {
  const Evaluation evaluation =
      Judge("rotate-array-right", {R"({"args": [[1, 2, 3], 1], "expected": [3, 1, 2]})",
                                   R"({"args": [[1, 2, 3], 1], "expected_args": {"0": [3, 1, 2]}})",
                                   R"({"args": [[1, 2, 3], 1], "expected": [2, 3, 1]})"});
  EXPECT_EQ(CreditOf(evaluation, "test/0"), 1);
  EXPECT_EQ(CreditOf(evaluation, "test/1"), 1);
  EXPECT_EQ(CreditOf(evaluation, "test/2"), 0);
}

TEST(OwnTests, NoTestsCatchNothing) {
  const Evaluation evaluation = Judge("pair-with-target", {});
  EXPECT_EQ(evaluation.score, 0);
  EXPECT_EQ(CreditOf(evaluation, "mutant/m1_same_index.py"), 0);
}

}  // namespace
}  // namespace evaluators
