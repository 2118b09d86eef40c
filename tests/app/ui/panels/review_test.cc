// Evaluations as points to read, and the measures of clarity in words.
#include "app/ui/panels/review.h"

#include <gtest/gtest.h>

#include "app/ui/panels/clarity_view.h"

namespace app {
namespace {

using interview::Criterion;
using interview::CriterionState;
using interview::Evaluation;
using interview::EvaluationKind;
using interview::QuestionWork;
using interview::Span;

QuestionWork WorkWith(EvaluationKind kind, std::vector<Criterion> criteria) {
  QuestionWork work;
  Evaluation evaluation;
  evaluation.kind = kind;
  evaluation.score = 0.5;
  evaluation.criteria = std::move(criteria);
  work.evaluations[{kind, ""}] = evaluation;
  return work;
}

Criterion MakePoint(const std::string& group, const std::string& text, CriterionState state) {
  Criterion criterion;
  criterion.id = text;
  criterion.group = group;
  criterion.text = text;
  criterion.state = state;
  return criterion;
}

TEST(Review, KeepsStateSectionAndAdviceAndLeavesOutWhatOnlyRepeats) {
  Criterion earned = MakePoint("problem_solving", "names a hash map", CriterionState::kEarned);
  earned.span = Span{"plan", "dictionary", 0, 10};
  earned.reason = "Says \"hash map\".";
  Criterion partly = MakePoint("problem_solving", "n grows", CriterionState::kPartly);
  partly.reason = "Comes close to \"grow* fast\".";
  partly.advice = "Say how fast.";
  Criterion missing = MakePoint("testing", "a -> b", CriterionState::kMissing);
  missing.reason = "Not mentioned: a -> b.";
  const Review review = ReviewTexts(WorkWith(EvaluationKind::kRubric, {earned, partly, missing}));
  ASSERT_EQ(review.points.size(), 3u);
  EXPECT_EQ(review.scores, std::vector<std::string>{"Rubric 50 %"});
  EXPECT_EQ(InWords(review.points[0]), "Earned: Names a hash map");
  EXPECT_EQ(review.points[0].section, "Problem solving");
  EXPECT_EQ(review.points[0].reason, "");
  EXPECT_EQ(review.points[0].advice, "");
  EXPECT_EQ(InWords(review.points[1]), "Partly: n grows");
  EXPECT_EQ(review.points[1].reason, "Comes close to \"grow… fast\".");
  EXPECT_EQ(review.points[1].advice, "Say how fast.");
  EXPECT_EQ(InWords(review.points[2]), "Missing: A → b");
  EXPECT_EQ(review.points[2].reason, "");
}

TEST(Review, MisconceptionsComeFirstWithWhatToAskOneself) {
  QuestionWork work =
      WorkWith(EvaluationKind::kRubric, {MakePoint("answer", "x", CriterionState::kEarned)});
  interview::RaisedMisconception raised;
  raised.text = "takes it for a probability";
  raised.reply = "Of what?";
  raised.span = {"answer", "sure", 3, 7};
  work.evaluations.begin()->second.misconceptions = {raised};
  const Review review = ReviewTexts(work);
  ASSERT_EQ(review.points.size(), 2u);
  EXPECT_EQ(review.points[0].state, ReviewState::kMisconception);
  EXPECT_EQ(review.points[0].advice, "Of what?");
  EXPECT_EQ(review.points[0].span->text, "sure");
}

TEST(Review, WhatIsQuotedFromAWhiteboardIsNoQuoteOfAText) {
  Criterion finding = MakePoint("findings", "No monitoring is drawn.", CriterionState::kMissing);
  finding.span = Span{"board", "CTR model", 0, 0};
  finding.board.nodes = {"m"};
  const QuestionWork work = WorkWith(EvaluationKind::kDiagram, {finding});
  EXPECT_TRUE(ReviewTexts(work).points.empty());
  const Review review = ReviewBoard(work);
  ASSERT_EQ(review.points.size(), 1u);
  EXPECT_EQ(review.points[0].state, ReviewState::kFinding);
  EXPECT_FALSE(review.points[0].span);
  EXPECT_EQ(review.points[0].board.nodes, std::vector<std::string>{"m"});
}

TEST(ClarityFacts, AreToldInWordsAndOnlyWhereProseWasGraded) {
  QuestionWork work = WorkWith(EvaluationKind::kRubric, {});
  EXPECT_TRUE(ClarityFacts(work, {}).empty());
  interview::Clarity clarity;
  clarity.words = 120;
  clarity.sentences = 10;
  clarity.signposts = 1;
  clarity.words_before_answer = 1;
  clarity.hedges = {{"answer", "Maybe", 0, 5}, {"answer", "maybe", 9, 14}, {"answer", "kind of"}};
  work.evaluations.begin()->second.clarity = clarity;
  work.shown = std::chrono::seconds(10);
  work.first_sentence = std::chrono::seconds(35);
  const auto facts = ClarityFacts(work, std::chrono::minutes(4));
  ASSERT_EQ(facts.size(), 5u);
  EXPECT_EQ(facts[0].value, "The first point comes after 1 word.");
  EXPECT_EQ(facts[1].value,
            "120 words in 10 sentences, 12 a sentence; 1 linking word, 0 list items.");
  EXPECT_EQ(facts[2].value, "3: “Maybe” 2 times, “kind of”. Dotted in the answer.");
  EXPECT_EQ(facts[3].value, "30 words a minute, over 04:00.");
  EXPECT_EQ(facts[4].value, "Finished after 00:25.");
}

}  // namespace
}  // namespace app
