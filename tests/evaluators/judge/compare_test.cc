// The comparison modes, and inputs that do not fit a signature.
#include "evaluators/judge/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::CodingSpec;
using interview::CompareRule;
using interview::Json;
using testing::HasSubstr;

Json Parse(const char* text) { return *interview::ParseJson(text, "test"); }

CodingSpec Spec(const char* returns, CompareRule rule = {}) {
  CodingSpec spec;
  spec.signature.name = "solve";
  spec.signature.params = {{"nums", *interview::ParseType("list<int>"), Json::object(), true},
                           {"k", *interview::ParseType("int"), Json::object(), false}};
  spec.signature.returns = *interview::ParseType(returns);
  spec.compare = rule;
  return spec;
}

bool Right(const CodingSpec& spec, const char* expected, const char* got) {
  TestCase test;
  test.expected = Parse(expected);
  CaseOutcome outcome;
  outcome.verdict = interview::Verdict::kAccepted;
  outcome.result = Parse(got);
  return IsRight(spec, test, outcome);
}

TEST(Compare, ExactNormalisesWhatMeansTheSame) {
  EXPECT_TRUE(Right(Spec("tree<int>"), "[1,2]", "[1,2,null,null]"));
  EXPECT_FALSE(Right(Spec("list<optional<int>>"), "[1]", "[1,null]"));
  EXPECT_TRUE(Right(Spec("double"), "0.0", "-0.0"));
  EXPECT_TRUE(Right(Spec("double"), "3", "3.0"));
  EXPECT_TRUE(Right(Spec("long"), "9007199254740993", "\"9007199254740993\""));
  EXPECT_FALSE(Right(Spec("long"), "9007199254740993", "\"9007199254740992\""));
  EXPECT_FALSE(Right(Spec("bool"), "true", "1"));
  EXPECT_FALSE(Right(Spec("int"), "1", "true"));
  EXPECT_FALSE(Right(Spec("list<int>"), "[1,2]", "[2,1]"));
  EXPECT_FALSE(Right(Spec("string"), "\"1\"", "1"));
}

TEST(Compare, FloatKeepsToItsTolerances) {
  CompareRule rule;
  rule.mode = CompareRule::Mode::kFloat;
  rule.rtol = 1e-3;
  rule.atol = 1e-6;
  EXPECT_TRUE(Right(Spec("list<double>", rule), "[1000.0]", "[1000.9]"));
  EXPECT_FALSE(Right(Spec("list<double>", rule), "[1000.0]", "[1001.1]"));
  EXPECT_FALSE(Right(Spec("double", rule), "1.0", "\"NaN\""));
}

TEST(Compare, UnorderedComparesMultisets) {
  CompareRule rule;
  rule.mode = CompareRule::Mode::kUnordered;
  EXPECT_TRUE(Right(Spec("list<int>", rule), "[1,2,2]", "[2,1,2]"));
  EXPECT_FALSE(Right(Spec("list<int>", rule), "[1,2,2]", "[1,1,2]"));
  EXPECT_FALSE(Right(Spec("list<list<int>>", rule), "[[1,2]]", "[[2,1]]"));
  rule.rows_sorted = true;
  EXPECT_TRUE(Right(Spec("list<list<int>>", rule), "[[1,2],[3]]", "[[3],[2,1]]"));
}

TEST(Compare, InplaceMayCompareThePrefixThatTheResultNames) {
  CompareRule rule;
  rule.mode = CompareRule::Mode::kInplace;
  rule.prefix_from_return = true;
  const CodingSpec spec = Spec("int", rule);
  TestCase test;
  test.expected = Json(2);
  test.expected_args = Parse(R"({"0": [1, 2, 9, 9]})");
  CaseOutcome outcome;
  outcome.verdict = interview::Verdict::kAccepted;
  outcome.result = Json(2);
  outcome.args = Parse(R"({"0": [1, 2, 7]})");
  EXPECT_TRUE(IsRight(spec, test, outcome));
  outcome.args = Parse(R"({"0": [2, 1, 9, 9]})");
  EXPECT_FALSE(IsRight(spec, test, outcome));
  outcome.args = Json();
  EXPECT_FALSE(IsRight(spec, test, outcome));
}

TEST(ReadInput, NamesWhatDoesNotFit) {
  const interview::Signature signature = Spec("int").signature;
  EXPECT_TRUE(ReadInput(signature, Parse(R"({"args": [[1, 2], 3]})")));
  struct Case {
    const char* input;
    const char* says;
  };
  for (const Case& one : {Case{"[]", "object"}, Case{R"({"args": [[1]]})", "2 value(s)"},
                          Case{R"({"args": [[1], "3"]})", "k must be of type int"},
                          Case{R"({"args": [[1, 2.5], 3]})", "nums[1]"},
                          Case{R"({"args": [[99999999999], 3]})", "nums[0]"}}) {
    const interview::Result<TestCase> test = ReadInput(signature, Parse(one.input));
    ASSERT_FALSE(test) << one.input;
    EXPECT_THAT(test.error().message, HasSubstr(one.says));
  }
}

TEST(ReadInput, ChecksTheScriptOfAClass) {
  interview::Signature signature;
  signature.kind = interview::Signature::Kind::kClass;
  signature.name = "Box";
  signature.methods = {{"put", {{"v", *interview::ParseType("int"), Json::object(), false}}, {}}};
  EXPECT_TRUE(ReadInput(signature, Parse(R"({"ops": ["Box", "put"], "args": [[], [1]]})")));
  EXPECT_FALSE(ReadInput(signature, Parse(R"({"ops": ["put"], "args": [[1]]})")));
  EXPECT_FALSE(ReadInput(signature, Parse(R"({"ops": ["Box", "take"], "args": [[], [1]]})")));
  EXPECT_FALSE(ReadInput(signature, Parse(R"({"ops": ["Box", "put"], "args": [[], []]})")));
}

}  // namespace
}  // namespace evaluators
