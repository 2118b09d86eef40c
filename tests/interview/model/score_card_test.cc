// Scorecards survive the way to JSON and back; what was not observed stays null.
#include "interview/model/score_card.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

TEST(ScoreCard, ComesBackFromJsonAsItWas) {
  ScoreCard card;
  card.score = 3.12;
  card.decision = "hire";
  card.rule = "Hire: …";
  card.reasons = {"A strong hire takes more."};
  RoundScore round;
  round.kind = RoundKind::kSystemDesign;
  round.title = "Design";
  round.weight = 1.5;
  round.questions = {"feed-ranking"};
  round.score = 2.0;
  round.band = "lean_no";
  round.note = "Capped at 2.00: a blocker dimension is 1.";
  DimensionScore seen;
  seen.id = "framing";
  seen.title = "Framing";
  seen.weight = 1.5;
  seen.blocker = true;
  seen.score = 1.0;
  seen.anchor = "Starts with a model";
  seen.next_anchor = "Some questions, no objective";
  seen.self_rating = 2.5;
  seen.evidence = {{"States the goal", "raise clicks", "feed-ranking", "requirements", true},
                   {"Missing: a baseline", "", "feed-ranking", "", false}};
  DimensionScore unseen;
  unseen.id = "evaluation";
  round.dimensions = {seen, unseen};
  card.rounds = {round, RoundScore()};
  const std::string text = DumpJson(ToJson(card));
  const Result<ScoreCard> back = ParseScoreCard(*ParseJson(text, "card"), "card");
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(DumpJson(ToJson(*back)), text);
  EXPECT_FALSE(back->rounds[0].dimensions[1].score);
  EXPECT_EQ(back->rounds[0].dimensions[0].evidence[0].quote, "raise clicks");
  EXPECT_FALSE(back->rounds[0].dimensions[0].evidence[1].favourable);
  EXPECT_EQ(back->rounds[0].dimensions[0].self_rating, 2.5);
}

TEST(ScoreCard, ADrillHasNullForItsDecision) {
  ScoreCard card;
  EXPECT_TRUE(ToJson(card)["decision"].is_null());
  EXPECT_TRUE(ToJson(card)["score"].is_null());
  EXPECT_EQ(ParseScoreCard(ToJson(card), "card")->decision, "");
}

TEST(ScoreCard, NamesOfDecisionsReadAsWords) {
  EXPECT_EQ(DecisionTitle("not_enough_evidence"), "Not enough evidence");
  EXPECT_EQ(DecisionTitle("lean_no"), "Lean no");
  EXPECT_EQ(DecisionTitle(""), "");
}

}  // namespace
}  // namespace interview
