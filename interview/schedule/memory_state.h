// How well one thing is remembered, after FSRS-6: stability, difficulty, and what follows from
// them. Any thread; pure functions.
//
// Formulas: "The Algorithm", section FSRS-6, of the authors' wiki
// (github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm). Parameters: the defaults of
// py-fsrs 6.3.1 (github.com/open-spaced-repetition/py-fsrs), fitted by the authors to many people's
// reviews. Days are whole days; fewer than one counts as the same day, also when a clock went back.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace interview {

enum class Rating { kAgain = 1, kHard = 2, kGood = 3, kEasy = 4 };
std::string_view ToString(Rating rating);  // "again"

inline constexpr std::array<double, 21> kFsrsParameters = {
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

// What may be asked for as retention; outside of it intervals are of no use.
inline constexpr double kLeastRetention = 0.7;
inline constexpr double kMostRetention = 0.99;
inline constexpr double kUsualRetention = 0.9;

inline constexpr int kLongestInterval = 36500;  // days

struct MemoryState {
  double stability = 0;   // days until the chance of recall has fallen to 0.9; 0.001 to 36,500
  double difficulty = 0;  // 1 to 10
  bool operator==(const MemoryState&) const = default;
};

MemoryState FirstReview(Rating rating);
// `days` since the review before.
MemoryState NextReview(const MemoryState& before, Rating rating, std::int64_t days);

// The chance of recall after `days`, from 0 to 1.
double Retrievability(const MemoryState& state, std::int64_t days);

// Whole days until the chance of recall has fallen to `retention`: from 1 to kLongestInterval.
// `retention` is brought into its range.
int IntervalDays(const MemoryState& state, double retention);

// The interval moved a little, so that what was learned together does not stay together; the same
// for the same seed. Intervals up to two days stay. By at most one day, and 15 % of what is above
// 2.5 days, 10 % of what is above 7, 5 % of what is above 20.
int FuzzedDays(int days, std::uint64_t seed);

}  // namespace interview
