// Ratings from scores, hints and time.
#include "interview/schedule/attempt.h"

#include <algorithm>

namespace interview {
namespace {

constexpr double kMostTime = 1.5;  // of what is meant

}  // namespace

Rating RatingOf(double score) {
  if (score >= 0.9) return Rating::kEasy;
  if (score >= 0.7) return Rating::kGood;
  if (score >= 0.5) return Rating::kHard;
  return Rating::kAgain;
}

Rating RatingOf(const Attempt& attempt) {
  if (!attempt.accepted || attempt.hint_level >= 3) return Rating::kAgain;
  Rating rating = RatingOf(attempt.score);
  if (attempt.hint_level >= 1 || attempt.time_ratio > 1) rating = std::min(rating, Rating::kGood);
  if (attempt.hint_level >= 2 || attempt.time_ratio > kMostTime) {
    rating = std::min(rating, Rating::kHard);
  }
  return rating;
}

bool IsCountedSolve(const Attempt& attempt) {
  return attempt.accepted && attempt.hint_level <= 1 && attempt.time_ratio <= kMostTime;
}

std::int64_t LocalDay(WallTime at, std::chrono::minutes utc_offset) {
  using std::chrono::days;
  const auto day = std::chrono::floor<days>(at);
  // The rest of the day is small, so that no date overflows.
  const auto shift = std::chrono::floor<days>(at - day + utc_offset);
  return day.time_since_epoch().count() + shift.count();
}

}  // namespace interview
