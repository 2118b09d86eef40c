// The panel's decision rules as a table, at their edges.
#include "interview/session/decision.h"

#include <gtest/gtest.h>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

RoundScore Round(RoundKind kind, std::optional<double> score, double weight = 1,
                 bool blocked = false) {
  RoundScore round;
  round.kind = kind;
  round.title = std::string(DisplayName(kind));
  round.weight = weight;
  round.score = score;
  DimensionScore blocker;
  blocker.id = "blocker";
  blocker.blocker = true;
  blocker.score = blocked ? 1.0 : 3.0;
  round.dimensions = {blocker};
  return round;
}

// Four rounds of equal weight: coding, ML coding, concepts, design.
ScoreCard Decided(const std::vector<std::optional<double>>& scores,
                  const std::string& level = "mid", int blocked = 0) {
  static const DecisionRules rules = ShippedRules().decisions.at("standard");
  ScoreCard card;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    card.rounds.push_back(Round(kRoundKinds[i], scores[i], 1, static_cast<int>(i) < blocked));
  }
  card.score = LoopScore(card.rounds);
  Decide(rules, level, &card);
  return card;
}

TEST(Decision, FollowsTheTableOfRules) {
  struct Row {
    std::vector<std::optional<double>> scores;
    std::string level;
    std::string decision;
    std::string why;
  };
  const std::vector<Row> table = {
      {{3.0, 3.0, 3.0, 3.0}, "mid", "hire", "exactly 3.00 is a hire"},
      {{2.99, 3.0, 3.0, 3.0}, "mid", "hire", "2.9975 is shown and compared as 3.00"},
      {{2.98, 2.98, 3.0, 3.0}, "mid", "lean", "2.99 is not"},
      {{2.0, 3.5, 3.5, 3.5}, "mid", "hire", "one round at the floor of 2.00"},
      {{1.99, 3.5, 3.5, 3.5},
       "mid",
       "lean",
       "under the floor by 0.01: one condition, little missing"},
      {{1.74, 3.7, 3.7, 3.7}, "mid", "no_hire", "under the floor by more than 0.25"},
      {{2.4, 2.4, 4.0, 4.0}, "mid", "lean", "two low rounds, the better one misses by 0.10"},
      {{2.2, 2.2, 4.0, 4.0}, "mid", "no_hire", "two low rounds, the better one misses by 0.30"},
      {{2.75, 2.75, 2.75, 2.75}, "mid", "lean", "the lower end of lean"},
      {{2.74, 2.74, 2.74, 2.74}, "mid", "no_hire", "misses 3.00 by 0.26"},
      {{3.4, 3.4, 3.3, 3.5}, "mid", "strong_hire", "3.40, nothing under 2.75, one at 3.50"},
      {{3.4, 3.4, 3.4, 3.4}, "mid", "hire", "no round reaches 3.50"},
      {{2.74, 4.0, 4.0, 4.0}, "mid", "hire", "a round under 2.75 is no strong hire"},
      {{3.5, 3.5, 3.5, 2.9}, "senior", "lean", "a senior needs 3.00 in design, and misses by 0.10"},
      {{3.5, 3.5, 3.5, 2.7}, "staff", "no_hire", "and misses by 0.30"},
      {{3.5, 3.5, 3.5, 3.0},
       "senior",
       "hire",
       "the design round is under 2.75 + 0.25 but holds 3.00"},
      {{3.4, 1.8, 3.6, 3.4}, "new-grad", "hire", "one low round is forgiven with coding at 3.00"},
      {{2.9, 1.8, 3.8, 3.8}, "new-grad", "lean", "not with coding at 2.90"},
      {{3.4, 1.7, 3.6, 3.4}, "new-grad", "no_hire", "1.70 is too low to forgive"},
      {{3.3, 2.9, 3.3, 3.3}, "research-engineer", "lean", "needs 3.00 in one ML coding round"},
      {{3.0, std::nullopt, 4.0, 4.0}, "mid", "not_enough_evidence", "a round without a score"},
  };
  for (const Row& row : table) {
    EXPECT_EQ(Decided(row.scores, row.level).decision, row.decision) << row.why;
  }
}

TEST(Decision, TwoBlockersAreNoHireWhateverTheScoreEvenWithARoundUnseen) {
  EXPECT_EQ(Decided({4.0, 4.0, 4.0, 4.0}, "mid", 1).decision, "strong_hire");
  EXPECT_EQ(Decided({4.0, 4.0, 4.0, 4.0}, "mid", 2).decision, "no_hire");
  const ScoreCard card = Decided({2.0, 2.0, std::nullopt, 4.0}, "mid", 2);
  EXPECT_EQ(card.decision, "no_hire");
  EXPECT_EQ(card.rule, "No hire: a blocker dimension is 1 in two rounds.");
}

TEST(Decision, NamesTheRuleAndWhatWouldHaveTurnedIt) {
  const ScoreCard card = Decided({1.9, 3.5, 3.5, 3.5});
  EXPECT_EQ(card.rule.rfind("Lean:", 0), 0u) << card.rule;
  EXPECT_EQ(card.reasons,
            (std::vector<std::string>{"A hire takes \"Coding\" at 2.00 or more (it is 1.90)."}));
  const ScoreCard hire = Decided({3.0, 3.0, 3.0, 3.0});
  EXPECT_EQ(hire.reasons.size(), 2u)
      << "the loop score and the best round keep it from a strong hire";
  EXPECT_TRUE(Decided({3.6, 3.6, 3.6, 3.6}).reasons.empty());
}

TEST(Decision, TheLoopScoreIsWeightedAndHasTwoDecimals) {
  EXPECT_EQ(LoopScore({Round(RoundKind::kCoding, 2.0, 1), Round(RoundKind::kConcepts, 3.0, 2)}),
            2.67);
  EXPECT_EQ(LoopScore({Round(RoundKind::kCoding, 2.0), Round(RoundKind::kConcepts, std::nullopt)}),
            2.0);
  EXPECT_EQ(LoopScore({Round(RoundKind::kCoding, std::nullopt)}), std::nullopt);
}

}  // namespace
}  // namespace interview::test
