// The formulas of FSRS-6; w[i] are named as in the authors' text.
#include "interview/schedule/memory_state.h"

#include <algorithm>
#include <cmath>

namespace interview {
namespace {

constexpr const std::array<double, 21>& w = kFsrsParameters;
constexpr double kLeastStability = 0.001;
constexpr double kMostStability = kLongestInterval;

double Grade(Rating rating) { return static_cast<double>(rating); }

double Stability(double value) { return std::clamp(value, kLeastStability, kMostStability); }
double Difficulty(double value) { return std::clamp(value, 1.0, 10.0); }

// Chosen so that recall after `stability` days is 0.9.
double CurveFactor() { return std::pow(0.9, -1 / w[20]) - 1; }

// Not yet brought into its range: the mean that difficulty returns to lies outside of it.
double InitialDifficulty(Rating rating) { return w[4] - std::exp(w[5] * (Grade(rating) - 1)) + 1; }

double NextDifficulty(double difficulty, Rating rating) {
  const double change = -w[6] * (Grade(rating) - 3);
  const double damped = difficulty + change * (10 - difficulty) / 9;
  return Difficulty(w[7] * InitialDifficulty(Rating::kEasy) + (1 - w[7]) * damped);
}

double SameDayStability(double stability, Rating rating) {
  const double growth = std::exp(w[17] * (Grade(rating) - 3 + w[18])) * std::pow(stability, -w[19]);
  return stability * (rating >= Rating::kGood ? std::max(growth, 1.0) : growth);
}

double ForgottenStability(const MemoryState& before, double recall) {
  const double after = w[11] * std::pow(before.difficulty, -w[12]) *
                       (std::pow(before.stability + 1, w[13]) - 1) * std::exp(w[14] * (1 - recall));
  return std::min(after, before.stability / std::exp(w[17] * w[18]));
}

double RecalledStability(const MemoryState& before, double recall, Rating rating) {
  const double penalty = rating == Rating::kHard ? w[15] : 1;
  const double bonus = rating == Rating::kEasy ? w[16] : 1;
  return before.stability *
         (1 + std::exp(w[8]) * (11 - before.difficulty) * std::pow(before.stability, -w[9]) *
                  (std::exp(w[10] * (1 - recall)) - 1) * penalty * bonus);
}

// SplitMix64, as a number from 0 up to 1.
double UnitFrom(std::uint64_t seed) {
  std::uint64_t z = seed + 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

}  // namespace

std::string_view ToString(Rating rating) {
  constexpr std::array<std::string_view, 4> kNames = {"again", "hard", "good", "easy"};
  return kNames[static_cast<std::size_t>(rating) - 1];
}

MemoryState FirstReview(Rating rating) {
  const auto index = static_cast<std::size_t>(rating) - 1;
  return {Stability(w[index]), Difficulty(InitialDifficulty(rating))};
}

MemoryState NextReview(const MemoryState& before, Rating rating, std::int64_t days) {
  const double recall = Retrievability(before, days);
  double stability = 0;
  if (days < 1) {
    stability = SameDayStability(before.stability, rating);
  } else if (rating == Rating::kAgain) {
    stability = ForgottenStability(before, recall);
  } else {
    stability = RecalledStability(before, recall, rating);
  }
  return {Stability(stability), NextDifficulty(before.difficulty, rating)};
}

double Retrievability(const MemoryState& state, std::int64_t days) {
  const auto elapsed = static_cast<double>(std::max<std::int64_t>(days, 0));
  return std::pow(1 + CurveFactor() * elapsed / Stability(state.stability), -w[20]);
}

int IntervalDays(const MemoryState& state, double retention) {
  const double asked = std::clamp(retention, kLeastRetention, kMostRetention);
  const double days =
      Stability(state.stability) / CurveFactor() * (std::pow(asked, -1 / w[20]) - 1);
  // To even, as the authors' code rounds.
  return static_cast<int>(std::clamp(std::nearbyint(days), 1.0, double{kLongestInterval}));
}

int FuzzedDays(int days, std::uint64_t seed) {
  if (days <= 2) return days;
  const auto interval = static_cast<double>(days);
  const auto above = [&](double from, double to) {
    return std::max(std::min(interval, to) - from, 0.0);
  };
  const double reach = 1 + 0.15 * above(2.5, 7) + 0.1 * above(7, 20) + 0.05 * above(20, HUGE_VAL);
  const int least = std::max(2, static_cast<int>(std::lround(interval - reach)));
  const int most = std::min(kLongestInterval, static_cast<int>(std::lround(interval + reach)));
  return std::min(most, least + static_cast<int>(UnitFrom(seed) * (most - least + 1)));
}

}  // namespace interview
