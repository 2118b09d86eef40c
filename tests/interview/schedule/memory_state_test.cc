// FSRS-6 against values worked out by its authors' code, and the properties that hold for all.
#include "interview/schedule/memory_state.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "interview/base/files.h"

namespace interview {
namespace {

constexpr std::array kRatings = {Rating::kAgain, Rating::kHard, Rating::kGood, Rating::kEasy};

std::vector<std::string> Split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

void ExpectNear(double got, const std::string& wanted, const std::string& where) {
  const double value = std::stod(wanted);
  EXPECT_NEAR(got, value, std::abs(value) * 1e-10) << where;
}

// One line of the table: retention, ratings, gaps, stability, difficulty, interval, days, recall.
void CheckSequence(const std::vector<std::string>& columns, const std::string& where) {
  ASSERT_EQ(columns.size(), 8u) << where;
  const std::vector<std::string> gaps = Split(columns[2], ',');
  const std::vector<std::string> stability = Split(columns[3], ',');
  const std::vector<std::string> difficulty = Split(columns[4], ',');
  const std::vector<std::string> interval = Split(columns[5], ',');
  ASSERT_EQ(columns[1].size(), gaps.size()) << where;
  ASSERT_EQ(interval.size(), gaps.size()) << where;
  MemoryState state;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const auto rating = static_cast<Rating>(columns[1][i] - '0');
    state = i == 0 ? FirstReview(rating) : NextReview(state, rating, std::stoi(gaps[i]));
    const std::string here = where + " review " + std::to_string(i);
    ExpectNear(state.stability, stability.at(i), here);
    ExpectNear(state.difficulty, difficulty.at(i), here);
    EXPECT_EQ(IntervalDays(state, std::stod(columns[0])), std::stoi(interval[i])) << here;
  }
  ExpectNear(Retrievability(state, std::stoi(columns[6])), columns[7], where);
}

TEST(MemoryState, EqualsTheAuthorsSchedulerOnEverySequence) {
  const Result<std::string> table =
      ReadFile(ONSITE_SOURCE_DIR "/tests/interview/schedule/fsrs6_reference.tsv");
  ASSERT_TRUE(table);
  int sequences = 0;
  for (const std::string& line : Split(*table, '\n')) {
    if (line.starts_with("#") || line.starts_with("retention")) continue;
    CheckSequence(Split(line, '\t'), line.substr(0, 60));
    ++sequences;
  }
  EXPECT_GE(sequences, 200);
}

// States as reviews make them, and the corners of the range.
std::vector<MemoryState> SomeStates() {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> power(-3, std::log10(36500));
  std::uniform_real_distribution<double> difficulty(1, 10);
  std::vector<MemoryState> states = {{0.001, 1}, {0.001, 10}, {36500, 1}, {36500, 10}};
  for (int i = 0; i < 2000; ++i)
    states.push_back({std::pow(10, power(random)), difficulty(random)});
  return states;
}

TEST(MemoryState, ABetterRatingNeverLeavesLessStabilityNorMoreDifficulty) {
  for (const MemoryState& state : SomeStates()) {
    for (const std::int64_t days : {0, 1, 2, 10, 100, 1000}) {
      for (std::size_t i = 1; i < kRatings.size(); ++i) {
        const MemoryState worse = NextReview(state, kRatings[i - 1], days);
        const MemoryState better = NextReview(state, kRatings[i], days);
        EXPECT_LE(worse.stability, better.stability) << state.stability << " after " << days;
        EXPECT_GE(worse.difficulty, better.difficulty);
      }
    }
  }
}

TEST(MemoryState, RecallStaysStableLongerTheLaterItSucceeds) {
  for (const MemoryState& state : SomeStates()) {
    double before = 0;
    for (const std::int64_t days : {1, 2, 5, 20, 100, 1000}) {
      const double after = NextReview(state, Rating::kGood, days).stability;
      EXPECT_GE(after, state.stability);
      EXPECT_GE(after, before);
      before = after;
    }
  }
}

TEST(MemoryState, TheIntervalGrowsWithStabilityAndShrinksWithRetention) {
  int before = 0;
  for (double stability = 0.001; stability < 36500; stability *= 1.3) {
    const MemoryState state{stability, 5};
    const int interval = IntervalDays(state, 0.9);
    EXPECT_GE(interval, before);
    before = interval;
    int longer = kLongestInterval;
    for (const double retention : {0.0, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0}) {
      const int shorter = IntervalDays(state, retention);
      EXPECT_LE(shorter, longer) << stability << " at " << retention;
      longer = shorter;
    }
  }
  EXPECT_EQ(IntervalDays({10, 5}, 0.9), 10) << "stability is the interval at 0.9";
}

TEST(MemoryState, RecallFallsWithTimeFromOneToNinetyPercentAtItsStability) {
  const MemoryState state{30, 5};
  EXPECT_EQ(Retrievability(state, 0), 1);
  EXPECT_NEAR(Retrievability(state, 30), 0.9, 1e-12);
  double before = 1;
  for (std::int64_t days = 1; days < 5000; days *= 2) {
    EXPECT_LT(Retrievability(state, days), before);
    before = Retrievability(state, days);
  }
}

TEST(MemoryState, NoDateMakesNonsense) {
  using Limits = std::numeric_limits<std::int64_t>;
  for (const MemoryState& state : SomeStates()) {
    for (const std::int64_t days : {Limits::min(), std::int64_t{-5}, std::int64_t{0},
                                    std::int64_t{1'000'000}, Limits::max()}) {
      const double recall = Retrievability(state, days);
      EXPECT_TRUE(recall >= 0 && recall <= 1) << days;
      for (const Rating rating : kRatings) {
        const MemoryState next = NextReview(state, rating, days);
        EXPECT_TRUE(next.stability >= 0.001 && next.stability <= 36500) << days;
        EXPECT_TRUE(next.difficulty >= 1 && next.difficulty <= 10) << days;
        EXPECT_TRUE(IntervalDays(next, 0.9) >= 1 && IntervalDays(next, 0.9) <= kLongestInterval);
      }
    }
  }
}

TEST(MemoryState, AClockThatWentBackCountsAsTheSameDay) {
  const MemoryState state{12, 6};
  for (const Rating rating : kRatings) {
    EXPECT_EQ(NextReview(state, rating, -400), NextReview(state, rating, 0));
  }
  EXPECT_EQ(Retrievability(state, -400), 1);
}

TEST(MemoryState, TwentyThousandReviewsStayInRange) {
  std::mt19937 random(11);
  MemoryState state = FirstReview(Rating::kGood);
  for (int i = 0; i < 20000; ++i) {
    state = NextReview(state, kRatings[random() % 4], static_cast<std::int64_t>(random() % 400));
    ASSERT_TRUE(state.stability >= 0.001 && state.stability <= 36500) << i;
    ASSERT_TRUE(state.difficulty >= 1 && state.difficulty <= 10) << i;
  }
}

TEST(FuzzedDays, IsSeededStaysNearAndReachesBothSides) {
  for (const int days : {1, 2}) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) EXPECT_EQ(FuzzedDays(days, seed), days);
  }
  // Reach of 10: 1 + 0.15 * 4.5 + 0.1 * 3 = 1.975, so from 8 to 12. Of 100: 1 + 0.675 + 1.3 + 4.
  const std::vector<std::array<int, 3>> wanted = {{3, 2, 4}, {10, 8, 12}, {100, 93, 107}};
  for (const auto& [days, least, most] : wanted) {
    std::set<int> seen;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
      seen.insert(FuzzedDays(days, seed));
      EXPECT_EQ(FuzzedDays(days, seed), FuzzedDays(days, seed));
    }
    EXPECT_EQ(*seen.begin(), least);
    EXPECT_EQ(*seen.rbegin(), most);
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(most - least + 1)) << "every day is drawn";
  }
  EXPECT_LE(FuzzedDays(kLongestInterval, 3), kLongestInterval);
}

}  // namespace
}  // namespace interview
