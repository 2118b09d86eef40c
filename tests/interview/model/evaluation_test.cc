// Evaluations survive the way to JSON and back, with judgement and spans.
#include "interview/model/evaluation.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

Evaluation FullEvaluation() {
  Evaluation e;
  e.kind = EvaluationKind::kJudge;
  e.question = "pair-with-target";
  e.part = "twice";
  e.score = 0.75;
  e.criteria = {{"base", "answer", "states the base rate", 2, 0.5, CriterionState::kPartly,
                 Span{"answer", "base rate", 4, 13}, "half of it"},
                {"none", "answer", "missing", 1, 0, CriterionState::kMissing, std::nullopt, ""}};
  e.misconceptions = {{"sens", "mixes the two", 0.3, "Which group?", {"answer", "99%", 0, 3}}};
  e.criteria[0].advice = "say it outright";
  e.clarity = Clarity{40, 3, 7, 2, 1, {{"answer", "I think", 0, 7}}};
  Judgement j;
  j.verdict = Verdict::kWrongAnswer;
  j.passed = 3;
  j.total = 4;
  j.tests = {{0, "example", Verdict::kAccepted, true, 1, 0.5, ""},
             {1, "large", Verdict::kTimeLimit, false, 2, 2000, "over the limit"}};
  j.tests[0].got = Json::parse("[2,3]");
  j.tests[0].out = "printed\n";
  j.tests[0].err = "complained\n";
  Failure failure;
  failure.index = 1;
  failure.tag = "large";
  failure.input = *ParseJson("[[1], 2]", "i");
  failure.expected = 3;
  failure.out = "out";
  failure.err = "err";
  failure.shrunk_input = *ParseJson("[[1], 0]", "i");
  failure.shrunk_expected = 1;
  j.first_failure = failure;
  j.diagnostics = {{3, 7, "warning", "unused"}};
  j.cpu_ms = 12.5;
  j.wall_ms = 15;
  j.peak_mb = 9.25;
  j.growth.growth_class = "O(n log n)";
  j.growth.exponent = 1.08;
  j.growth.confident = true;
  j.growth.signal = "basic blocks";
  j.growth.error = 0.01;
  j.growth.points = {{64, 4000, 128}, {128, 9000, 256}};
  j.growth.memory_class = "O(n)";
  j.growth.memory_confident = true;
  j.timing = {7, 10, 11, 0.02, 20, 0.5};
  j.explanation = "heap-buffer-overflow at line 3";
  j.caution = "weaker sandbox";
  j.message = "One test is too slow.";
  j.custom_got = Json::array({1});
  j.custom_expected = Json::array({2});
  j.out = "printed";
  j.err = "traced";
  e.judgement = j;
  return e;
}

TEST(Evaluation, ComesBackFromJsonAsItWas) {
  const std::string text = DumpJson(ToJson(FullEvaluation()));
  const Result<Evaluation> back = ParseEvaluation(*ParseJson(text, "e"), "e");
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(DumpJson(ToJson(*back)), text);
  ASSERT_TRUE(back->criteria[0].span);
  EXPECT_EQ(back->criteria[0].span->end, 13u);
  EXPECT_FALSE(back->criteria[1].span);
  EXPECT_EQ(back->criteria[0].advice, "say it outright");
  ASSERT_TRUE(back->clarity);
  EXPECT_EQ(back->clarity->words_before_answer, 7);
  EXPECT_EQ(back->clarity->hedges[0].text, "I think");
  ASSERT_TRUE(back->judgement);
  EXPECT_EQ(back->judgement->tests[1].verdict, Verdict::kTimeLimit);
  EXPECT_EQ(back->judgement->tests[1].message, "over the limit");
  ASSERT_TRUE(back->judgement->first_failure);
  EXPECT_EQ(back->judgement->first_failure->expected, Json(3));
  EXPECT_EQ(back->judgement->growth.growth_class, "O(n log n)");
  EXPECT_EQ(back->judgement->diagnostics[0].column, 7);
  EXPECT_EQ(back->judgement->err, "traced");
}

TEST(Evaluation, EveryKindStateAndVerdictHasANameThatReadsBack) {
  for (int i = 0; i <= static_cast<int>(EvaluationKind::kEstimates); ++i) {
    const auto kind = static_cast<EvaluationKind>(i);
    EXPECT_EQ(ParseEvaluationKind(ToString(kind)), kind);
  }
  for (int i = 0; i <= static_cast<int>(Verdict::kInternalError); ++i) {
    const auto verdict = static_cast<Verdict>(i);
    EXPECT_EQ(ParseVerdict(ToString(verdict)), verdict);
    EXPECT_FALSE(DisplayName(verdict).empty());
  }
  for (int i = 0; i <= static_cast<int>(CriterionState::kContradicted); ++i) {
    Evaluation e;
    e.criteria = {{"a", "", "", 1, 0, static_cast<CriterionState>(i), std::nullopt, ""}};
    EXPECT_EQ(ParseEvaluation(ToJson(e), "e")->criteria[0].state, e.criteria[0].state);
  }
}

TEST(Evaluation, BrokenStoredOnesAreNamed) {
  Json json = ToJson(FullEvaluation());
  json["kind"] = "guess";
  const Result<Evaluation> e = ParseEvaluation(json, "event 12");
  ASSERT_FALSE(e);
  EXPECT_NE(e.error().message.find("event 12: kind: \"guess\" is not a kind of evaluation"),
            std::string::npos);
}

}  // namespace
}  // namespace interview
