// Coverage, trends and readiness from digests.
#include "interview/schedule/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interview {
namespace {

QuestionPtr Coding(const QuestionId& id, const std::string& topic, Difficulty difficulty,
                   bool non_trivial) {
  Question question;
  question.id = id;
  question.topic = topic;
  question.difficulty = difficulty;
  CodingSpec spec;
  spec.non_trivial = non_trivial;
  question.spec = spec;
  return std::make_shared<Question>(question);
}

std::vector<QuestionPtr> Bank() {
  return {Coding("a", "hashing", Difficulty::kMedium, true),
          Coding("b", "hashing", Difficulty::kEasy, true),
          Coding("c", "trees", Difficulty::kMedium, false)};
}

SessionDigest Day(int day, const QuestionId& question, double score) {
  Attempt attempt;
  attempt.session = std::to_string(day);
  attempt.question = question;
  attempt.at = WallTime(std::chrono::days(day));
  attempt.score = score;
  RoundResult round;
  round.at = attempt.at;
  round.session = attempt.session;
  round.score = 1 + 3 * score;
  round.dimensions["testing"] = {1 + 3 * score, 3.0};
  return {{attempt}, {round}};
}

Progress After(const std::vector<SessionDigest>& digests, std::int64_t today) {
  ScheduleRules rules;
  rules.three_solves = NonTrivialMediums(Bank());
  std::vector<Attempt> attempts;
  for (const SessionDigest& d : digests) {
    attempts.insert(attempts.end(), d.attempts.begin(), d.attempts.end());
  }
  return MakeProgress(Bank(), digests, MakeReviewQueue(attempts, rules), rules, today);
}

TEST(Progress, OnlyNonTrivialMediumsTakeThreeSolves) {
  EXPECT_EQ(NonTrivialMediums(Bank()), std::set<QuestionId>{"a"});
}

TEST(Progress, CountsTheBankByTopic) {
  const Progress progress =
      After({Day(1, "a", 1), Day(3, "a", 1), Day(10, "a", 1), Day(11, "c", 0.2)}, 15);
  ASSERT_EQ(progress.topics.size(), 2u);
  const TopicCoverage& hashing = progress.topics[0];
  EXPECT_EQ(hashing.topic, "hashing");
  EXPECT_EQ(hashing.questions, 2);
  EXPECT_EQ(hashing.attempted, 1);
  EXPECT_EQ(hashing.solved, 1);
  EXPECT_EQ(hashing.mastered, 1);
  EXPECT_EQ(hashing.due, 0);
  EXPECT_EQ(hashing.score, 1);
  const TopicCoverage& trees = progress.topics[1];
  EXPECT_EQ(trees.solved, 0);
  EXPECT_EQ(trees.due, 1);
  EXPECT_EQ(progress.mastered, 1);
  EXPECT_EQ(progress.to_master, 1);
}

TEST(Progress, ReadinessIsTheMeanOfTheLatestTenWithItsInterval) {
  std::vector<SessionDigest> digests = {Day(0, "a", 0)};  // the eleventh does not count
  for (int i = 1; i <= 10; ++i) digests.push_back(Day(i, "a", i % 2 == 0 ? 1 : 0.5));
  const Readiness coding = After(digests, 20).readiness.at(0);
  EXPECT_EQ(coding.rounds, 11);
  EXPECT_NEAR(*coding.score, 3.25, 1e-12);
  // s = sqrt(10 * 0.75^2 / 9); 2.262 * s / sqrt(10).
  EXPECT_NEAR(*coding.error, 0.5655, 1e-4);
  ASSERT_EQ(coding.made_of.size(), 10u);
  EXPECT_EQ(coding.made_of.front().session, "1");
  EXPECT_EQ(coding.made_of.back().session, "10");
  EXPECT_FALSE(After({Day(1, "a", 1)}, 2).readiness.at(0).error) << "one round has no interval";
  EXPECT_FALSE(After({}, 2).readiness.at(0).score);
}

TEST(Progress, ReadinessSaysWhatIsMissing) {
  using testing::ElementsAre;
  EXPECT_THAT(After({Day(1, "a", 1)}, 2).readiness.at(0).missing,
              ElementsAre("4 more scored rounds make it surer.", "1 of 2 topics never attempted."));
  std::vector<SessionDigest> digests;
  for (int i = 1; i <= 5; ++i) digests.push_back(Day(i, i % 2 == 0 ? "a" : "c", 1));
  EXPECT_TRUE(After(digests, 6).readiness.at(0).missing.empty());
  EXPECT_THAT(After(digests, 35).readiness.at(0).missing,
              ElementsAre("The latest round was 30 days ago."));
}

TEST(Progress, CalibrationIsSelfRatingLessScore) {
  const Progress progress = After({Day(1, "a", 1), Day(2, "a", 0)}, 3);
  ASSERT_EQ(progress.dimensions.size(), 1u);
  EXPECT_EQ(progress.dimensions[0].scores.size(), 2u);
  EXPECT_NEAR(*progress.dimensions[0].calibration, 0.5, 1e-12);
  EXPECT_THAT(progress.dimensions[0].rated,
              testing::ElementsAre(testing::Pair(3, 4), testing::Pair(3, 1)));
}

}  // namespace
}  // namespace interview
