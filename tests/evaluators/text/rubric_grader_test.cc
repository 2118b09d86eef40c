#include "evaluators/text/rubric_grader.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::CriterionState;

interview::RubricPoint Point(std::string id, double weight, std::vector<std::string> any) {
  interview::RubricPoint point;
  point.id = std::move(id);
  point.text = point.id;
  point.weight = weight;
  point.any = std::move(any);
  return point;
}

interview::Rubric DropoutRubric() {
  interview::Rubric rubric;
  rubric.points = {Point("drop", 2, {"units zero random"}), Point("test", 1, {"test all units"}),
                   Point("value", 1, {})};
  rubric.points[1].weak = {"test"};
  rubric.points[2].number = interview::NumberExpectation{0.8, 0.01, ""};
  interview::Misconception swap;
  swap.id = "swap";
  swap.penalty = 0.5;
  swap.any = {"test units zero"};
  swap.unless = {"training"};
  rubric.misconceptions = {swap};
  return rubric;
}

RubricGrade Grade(std::string_view answer, std::string_view question = "How does dropout work?") {
  return GradeRubric(DropoutRubric(), answer, question, Lexicon());
}

TEST(RubricGraderTest, SumsWeightedCredit) {
  const std::string answer =
      "In training it sets units to zero at random. At test nothing happens.";
  const RubricGrade grade = Grade(answer);
  EXPECT_DOUBLE_EQ(grade.score, (2 * 1 + 1 * 0.5) / 4);
  EXPECT_EQ(grade.points[0].state, CriterionState::kEarned);
  EXPECT_EQ(grade.points[1].state, CriterionState::kPartly);
  EXPECT_EQ(grade.points[2].state, CriterionState::kMissing);
  ASSERT_TRUE(grade.points[0].span);
  EXPECT_EQ(answer.substr(grade.points[0].span->begin,
                          grade.points[0].span->end - grade.points[0].span->begin),
            "units to zero at random");
  for (const PointGrade& point : grade.points) EXPECT_FALSE(point.reason.empty());
}

TEST(RubricGraderTest, FindsTheExpectedValueInAnyForm) {
  for (const char* text :
       {"Keep 0.8 of them.", "Keep 80% of them.", "Keep 4/5.", "four in five stay"}) {
    EXPECT_EQ(Grade(text).points[2].credit, 1) << text;
  }
  EXPECT_EQ(Grade("Keep 0.7 of them, not 0.8.").points[2].credit, 0);
}

TEST(RubricGraderTest, AMisconceptionCostsItsPenaltyUnlessCancelled) {
  EXPECT_DOUBLE_EQ(Grade("At test time units are set to zero at random.").score, 2.5 / 4 - 0.5);
  EXPECT_TRUE(Grade("In training units vary; at test time units are zero.").misconceptions.empty());
}

TEST(RubricGraderTest, ADenialIsContradicted) {
  const RubricGrade grade = Grade("It does not set units to zero at random.");
  EXPECT_EQ(grade.points[0].state, CriterionState::kContradicted);
  EXPECT_EQ(grade.score, 0);
  EXPECT_TRUE(grade.points[0].span);
}

TEST(RubricGraderTest, EveryPointThatIsNotEarnedComesWithOneLineOfAdvice) {
  interview::Rubric rubric = DropoutRubric();
  rubric.points[1].hint = "What happens after training?";
  const auto grade = [&](std::string_view answer) {
    return GradeRubric(rubric, answer, "How does dropout work?", Lexicon());
  };
  const RubricGrade first = grade("It sets units to zero at random.");
  EXPECT_EQ(first.points[0].advice, "");
  EXPECT_EQ(first.points[1].advice, "What happens after training?");
  EXPECT_EQ(first.points[2].advice, "Say this too: value.");
  const RubricGrade second = grade("It does not set units to zero at random. A test follows.");
  EXPECT_EQ(second.points[0].advice, "Think again: drop.");
  EXPECT_EQ(second.points[1].advice, "Say it outright: test.");
}

TEST(RubricGraderTest, APointSaidInTwoSentencesOrNearlySaidEarnsAPart) {
  const RubricGrade whole = Grade("It sets units to zero at random.");
  const RubricGrade apart = Grade("It picks units at random. Those are set to zero.");
  const RubricGrade nearly = Grade("It sets units to zero.");
  EXPECT_EQ(apart.points[0].state, CriterionState::kPartly);
  EXPECT_EQ(nearly.points[0].state, CriterionState::kPartly);
  EXPECT_GT(whole.points[0].credit, apart.points[0].credit);
  EXPECT_GT(apart.points[0].credit, nearly.points[0].credit);
  EXPECT_GT(nearly.points[0].credit, 0);
}

TEST(RubricGraderTest, AMisconceptionMustBeSaidInOneSentence) {
  EXPECT_TRUE(Grade("It is about the test. Units become zero.").misconceptions.empty());
}

TEST(RubricGraderTest, WhatIsSaidOfTheContraryTermIsContradicted) {
  Lexicon lexicon;
  lexicon.AddContrast("l1", "l2");
  const RubricGrade grade = GradeRubric({{Point("sparse", 1, {"l1 sparse"})}, {}},
                                        "L1 is smooth, L2 is sparse.", "", lexicon);
  EXPECT_EQ(grade.points[0].state, CriterionState::kContradicted);
  EXPECT_EQ(grade.score, 0);
}

TEST(RubricGraderTest, TheModelAnswerIsASecondSignal) {
  const std::string model = "Units are switched off by chance while training goes on.";
  const CompiledRubric with(DropoutRubric(), Lexicon(), {.model_answer = model});
  const std::string paraphrase = "While training goes on, units are off by chance.";
  EXPECT_GT(with.Grade(paraphrase).score, Grade(paraphrase).score);
  ASSERT_TRUE(with.Grade(paraphrase).overlap);
  EXPECT_FALSE(Grade(paraphrase).overlap);
}

TEST(RubricGraderTest, EmptyAndRepeatedTextDoNotPay) {
  EXPECT_EQ(Grade("").score, 0);
  EXPECT_EQ(Grade("🤷").score, 0);
  const std::string once = "It sets units to zero at random. ";
  EXPECT_EQ(Grade(once).score, Grade(once + once + once).score);
}

TEST(RubricGraderTest, TheQuestionCopiedBackDoesNotPay) {
  const std::string question = "Why does dropout set units to zero at random?";
  EXPECT_EQ(Grade(question, question).score, 0);
  EXPECT_EQ(Grade("Units become zero, picked at random.", question).points[0].credit, 1);
}

TEST(RubricGraderTest, TheSameTextGetsTheSameGrade) {
  const std::string answer = "In training it sets units to zero at random, keep 80%.";
  EXPECT_EQ(Grade(answer).score, Grade(answer).score);
}

}  // namespace
}  // namespace evaluators
