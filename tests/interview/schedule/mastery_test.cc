// Three counted solves on days far enough apart.
#include "interview/schedule/mastery.h"

#include <gtest/gtest.h>

#include <vector>

namespace interview {
namespace {

using std::chrono::minutes;

Attempt SolvedOn(int day, int minute_of_day = 600) {
  Attempt attempt;
  attempt.at = WallTime(std::chrono::days(day) + minutes(minute_of_day));
  attempt.score = 1;
  return attempt;
}

int Solves(const std::vector<Attempt>& attempts) { return MasteryOf(attempts, minutes(0)).solves; }

TEST(Mastery, TakesThreeSolvesTwoAndSevenDaysApart) {
  EXPECT_TRUE(
      MasteryOf(std::vector{SolvedOn(1), SolvedOn(3), SolvedOn(10)}, minutes(0)).mastered());
  EXPECT_EQ(Solves({SolvedOn(1), SolvedOn(2)}), 1) << "one day is too soon";
  EXPECT_EQ(Solves({SolvedOn(1), SolvedOn(3), SolvedOn(9)}), 2) << "six days are too soon";
  EXPECT_EQ(Solves({SolvedOn(1), SolvedOn(2), SolvedOn(3), SolvedOn(11)}), 3)
      << "what came too soon changes nothing";
}

TEST(Mastery, ASameDayRepeatNeverCounts) {
  EXPECT_EQ(Solves({SolvedOn(1, 0), SolvedOn(1, 600), SolvedOn(1, 1439)}), 1);
  // Late and early: two calendar days apart, though fewer hours.
  EXPECT_EQ(Solves({SolvedOn(1, 1430), SolvedOn(3, 10)}), 2);
}

TEST(Mastery, OnlySolvesWithAllTestsFewHintsAndInTimeCount) {
  Attempt failed = SolvedOn(3);
  failed.accepted = false;
  Attempt helped = SolvedOn(3);
  helped.hint_level = 2;
  Attempt slow = SolvedOn(3);
  slow.time_ratio = 1.51;
  Attempt just = SolvedOn(3);
  just.hint_level = 1;
  just.time_ratio = 1.5;
  for (const Attempt& attempt : {failed, helped, slow})
    EXPECT_EQ(Solves({SolvedOn(1), attempt}), 1);
  EXPECT_EQ(Solves({SolvedOn(1), just}), 2);
}

TEST(Mastery, AFailureErasesNothing) {
  Attempt failed = SolvedOn(5);
  failed.accepted = false;
  EXPECT_EQ(Solves({SolvedOn(1), SolvedOn(3), failed, SolvedOn(10)}), 3);
}

TEST(Mastery, SaysWhenTheNextSolveCounts) {
  EXPECT_FALSE(MasteryOf({}, minutes(0)).counts_from());
  EXPECT_EQ(MasteryOf(std::vector{SolvedOn(1)}, minutes(0)).counts_from(), 3);
  EXPECT_EQ(MasteryOf(std::vector{SolvedOn(1), SolvedOn(4)}, minutes(0)).counts_from(), 11);
  EXPECT_FALSE(
      MasteryOf(std::vector{SolvedOn(1), SolvedOn(4), SolvedOn(20)}, minutes(0)).counts_from());
}

}  // namespace
}  // namespace interview
