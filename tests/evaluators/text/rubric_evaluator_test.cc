#include "evaluators/text/rubric_evaluator.h"

#include <gtest/gtest.h>

#include "evaluators/text/follow_up_evaluator.h"

namespace evaluators {
namespace {

using interview::AnswerKey;
using interview::Criterion;
using interview::CriterionState;
using interview::Evaluation;
using interview::Question;
using interview::RoundKind;

interview::RubricPoint Point(std::string id, std::vector<std::string> any) {
  interview::RubricPoint point;
  point.id = std::move(id);
  point.text = "text of " + point.id;
  point.any = std::move(any);
  return point;
}

interview::EvaluationRequest RequestFor(Question question) {
  interview::EvaluationRequest request;
  request.question = std::make_shared<const Question>(std::move(question));
  return request;
}

Evaluation Evaluate(const interview::EvaluationRequest& request) {
  return *RubricEvaluator(std::make_shared<const Lexicon>()).Evaluate(request, {});
}

const Criterion& Find(const Evaluation& evaluation, std::string_view id) {
  for (const Criterion& criterion : evaluation.criteria) {
    if (criterion.id == id) return criterion;
  }
  throw std::out_of_range("no criterion");
}

Question CodingQuestion() {
  Question question;
  question.id = "pairs";
  question.kind = RoundKind::kCoding;
  question.rubric = {{"problem_solving", {Point("map", {"hash map"})}},
                     {"testing", {Point("empty", {"empty list"})}}};
  return question;
}

TEST(RubricEvaluatorTest, CodingGroupsAreGradedOnProseAndMessages) {
  auto request = RequestFor(CodingQuestion());
  request.answer.prose["plan"] = "I keep a hash map of what was seen.";
  request.answer.messages = {"Hello.", "What if it is an empty list?"};
  const Evaluation evaluation = Evaluate(request);
  EXPECT_DOUBLE_EQ(evaluation.score, 1);
  EXPECT_EQ(Find(evaluation, "map").group, "problem_solving");
  EXPECT_EQ(Find(evaluation, "map").span->part, "plan");
  const interview::Span& span = *Find(evaluation, "empty").span;
  EXPECT_EQ(span.part, "messages/1");
  EXPECT_EQ(request.answer.messages[1].substr(span.begin, span.end - span.begin), span.text);
  EXPECT_EQ(span.text, "empty list");
}

TEST(RubricEvaluatorTest, NoMatchReachesFromOnePartIntoTheNext) {
  auto request = RequestFor(CodingQuestion());
  request.answer.prose["a"] = "it uses a hash";
  request.answer.prose["b"] = "map over it";
  EXPECT_EQ(Evaluate(request).score, 0);
}

TEST(RubricEvaluatorTest, ADesignSectionIsSearchedFirstInItsOwnPart) {
  Question question;
  question.kind = RoundKind::kSystemDesign;
  question.spec = interview::SystemDesignSpec{};
  question.rubric = {{"metrics", {Point("cal", {"calibration"}), Point("auc", {"auc"})}}};
  auto request = RequestFor(std::move(question));
  request.answer.prose["cost"] = "Calibration is cheap. So is AUC.";
  request.answer.prose["metrics"] = "We watch calibration.";
  const Evaluation evaluation = Evaluate(request);
  EXPECT_EQ(Find(evaluation, "cal").span->part, "metrics");
  EXPECT_EQ(Find(evaluation, "auc").span->part, "cost");
}

Question ConceptQuestion(AnswerKey key) {
  Question question;
  question.kind = RoundKind::kConcepts;
  question.statement = "A test finds 99% of the sick. How likely is sickness?";
  question.rubric = {{"answer", {Point("rate", {"base rate"})}}};
  interview::Misconception fault;
  fault.id = "sensitivity";
  fault.text = "mixes the two conditionals";
  fault.penalty = 0.3;
  fault.any = {"99%"};
  fault.reply = "Who else tests positive?";
  question.misconceptions = {fault};
  interview::ConceptSpec spec;
  spec.answer = std::move(key);
  question.spec = spec;
  return question;
}

TEST(RubricEvaluatorTest, AConceptReadsOnlyItsAnswerAndRaisesMisconceptions) {
  auto request = RequestFor(ConceptQuestion({}));
  request.answer.prose["answer"] = "The base rate is low, but it is 99% likely.";
  request.answer.prose["notes"] = "base rate";
  const Evaluation evaluation = Evaluate(request);
  EXPECT_DOUBLE_EQ(evaluation.score, 0.7);
  ASSERT_EQ(evaluation.misconceptions.size(), 1u);
  EXPECT_EQ(evaluation.misconceptions[0].reply, "Who else tests positive?");
  EXPECT_EQ(evaluation.misconceptions[0].span.part, "answer");
  EXPECT_EQ(evaluation.misconceptions[0].span.text, "99%");
}

TEST(RubricEvaluatorTest, ChecksTheValueOfANumber) {
  AnswerKey key;
  key.type = AnswerKey::Type::kNumber;
  key.number = 0.1667;
  key.tolerance = 0.005;
  key.accept = {"one in six"};
  auto request = RequestFor(ConceptQuestion(key));
  for (const char* text : {"It is 1/6.", "About 16.7%.", "one in six", "0.167"}) {
    request.answer.prose["answer"] = text;
    EXPECT_EQ(Find(Evaluate(request), "answer").credit, 1) << text;
  }
  request.answer.prose["answer"] = "It is 0.2, not 1/6.";
  const Evaluation evaluation = Evaluate(request);
  EXPECT_EQ(Find(evaluation, "answer").credit, 0);
  EXPECT_EQ(Find(evaluation, "answer").group, "answer_key");
  EXPECT_EQ(Find(evaluation, "answer").weight, 0);
}

TEST(RubricEvaluatorTest, ReadsTheVerdictOnATrueOrFalseStatement) {
  AnswerKey key;
  key.type = AnswerKey::Type::kBoolean;
  key.boolean = false;
  auto request = RequestFor(ConceptQuestion(key));
  const auto state = [&](const char* text) {
    request.answer.prose["answer"] = text;
    return Find(Evaluate(request), "answer").state;
  };
  EXPECT_EQ(state("False, because it overfits."), CriterionState::kEarned);
  EXPECT_EQ(state("This is not true."), CriterionState::kEarned);
  EXPECT_EQ(state("No. It overfits."), CriterionState::kEarned);
  EXPECT_EQ(state("True: no reason to doubt it."), CriterionState::kContradicted);
  EXPECT_EQ(state("It depends on the data."), CriterionState::kMissing);
  EXPECT_EQ(state("It has a false positive rate of 5 %."), CriterionState::kMissing);
  EXPECT_EQ(state("The true mean lies elsewhere, so it is false."), CriterionState::kEarned);
  EXPECT_EQ(state("A false statement."), CriterionState::kEarned);
}

TEST(RubricEvaluatorTest, AnEmptyAnswerIsAllMissing) {
  const Evaluation evaluation = Evaluate(RequestFor(CodingQuestion()));
  EXPECT_EQ(evaluation.score, 0);
  ASSERT_EQ(evaluation.criteria.size(), 2u);
  EXPECT_EQ(evaluation.criteria[0].state, CriterionState::kMissing);
}

TEST(FollowUpEvaluatorTest, GradesTheAnswerAgainstItsOwnPoints) {
  Question question = CodingQuestion();
  question.follow_ups = {
      {"twice", "And sorted input?", {}, {Point("pointers", {"two pointers"})}, "", {}}};
  auto request = RequestFor(std::move(question));
  request.kind = interview::EvaluationKind::kFollowUp;
  request.part = "twice";
  request.answer.follow_ups["twice"] = "Then two pointers meet in the middle.";
  const FollowUpEvaluator evaluator(std::make_shared<const Lexicon>());
  const auto evaluation = evaluator.Evaluate(request, {});
  ASSERT_TRUE(evaluation);
  EXPECT_EQ(evaluation->score, 1);
  EXPECT_EQ(evaluation->criteria[0].span->part, "follow_ups/twice");
  request.part = "thrice";
  const auto unknown = evaluator.Evaluate(request, {});
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().message.find("thrice"), std::string::npos);
}

}  // namespace
}  // namespace evaluators
