// What an attempt is worth: its rating, whether it counts, and its day.
#include "interview/schedule/attempt.h"

#include <gtest/gtest.h>

#include <limits>

namespace interview {
namespace {

Attempt Scored(double score, int hint_level = 0, double time_ratio = 0.9) {
  Attempt attempt;
  attempt.score = score;
  attempt.hint_level = hint_level;
  attempt.time_ratio = time_ratio;
  return attempt;
}

TEST(RatingOf, FollowsTheScore) {
  EXPECT_EQ(RatingOf(Scored(0)), Rating::kAgain);
  EXPECT_EQ(RatingOf(Scored(0.49)), Rating::kAgain);
  EXPECT_EQ(RatingOf(Scored(0.5)), Rating::kHard);
  EXPECT_EQ(RatingOf(Scored(0.7)), Rating::kGood);
  EXPECT_EQ(RatingOf(Scored(0.9)), Rating::kEasy);
}

TEST(RatingOf, HintsAndTimeTakeTheirPart) {
  EXPECT_EQ(RatingOf(Scored(1, 1)), Rating::kGood);
  EXPECT_EQ(RatingOf(Scored(1, 2)), Rating::kHard);
  EXPECT_EQ(RatingOf(Scored(1, 3)), Rating::kAgain);
  EXPECT_EQ(RatingOf(Scored(1, 0, 1.2)), Rating::kGood);
  EXPECT_EQ(RatingOf(Scored(1, 0, 1.6)), Rating::kHard);
  EXPECT_EQ(RatingOf(Scored(1, 0, 0)), Rating::kEasy) << "a time that is not known costs nothing";
}

TEST(RatingOf, CodeThatFailsATestIsNotRemembered) {
  Attempt attempt = Scored(0.97);
  attempt.accepted = false;
  EXPECT_EQ(RatingOf(attempt), Rating::kAgain);
}

TEST(RatingOf, NeverRisesWithMoreHintsMoreTimeOrALowerScore) {
  for (double score = 0; score <= 1; score += 0.05) {
    for (int hints = 0; hints < 4; ++hints) {
      for (double time = 0.1; time < 3; time += 0.1) {
        const Rating rating = RatingOf(Scored(score, hints, time));
        EXPECT_GE(rating, RatingOf(Scored(score, hints + 1, time)));
        EXPECT_GE(rating, RatingOf(Scored(score, hints, time + 0.1)));
        EXPECT_GE(rating, RatingOf(Scored(score - 0.05, hints, time)));
      }
    }
  }
}

TEST(LocalDay, ChangesAtTheUsersMidnight) {
  using namespace std::chrono_literals;
  const WallTime evening{std::chrono::sys_days(std::chrono::days(100)) + 23h + 30min};
  EXPECT_EQ(LocalDay(evening, 0min), 100);
  EXPECT_EQ(LocalDay(evening, 60min), 101);
  EXPECT_EQ(LocalDay(evening, -24h), 99);
  EXPECT_EQ(LocalDay(WallTime(-1ms), 0min), -1) << "before 1970 as well";
}

TEST(LocalDay, TakesAnyDate) {
  using Limits = std::numeric_limits<std::int64_t>;
  const std::chrono::minutes east(14 * 60);
  EXPECT_LT(LocalDay(WallTime(Duration(Limits::min() / 2)), -east), 0);
  EXPECT_GT(LocalDay(WallTime(Duration(Limits::max())), east), 0);
}

}  // namespace
}  // namespace interview
