// Counted solves and the days between them.
#include "interview/schedule/mastery.h"

namespace interview {

std::optional<std::int64_t> Mastery::counts_from() const {
  if (!last_counted || mastered()) return std::nullopt;
  return *last_counted + kDaysBeforeSolve[static_cast<std::size_t>(solves)];
}

Mastery MasteryOf(std::span<const Attempt> attempts, std::chrono::minutes utc_offset) {
  Mastery mastery;
  for (const Attempt& attempt : attempts) {
    const std::int64_t day = LocalDay(attempt.at, utc_offset);
    if (mastery.mastered() || !IsCountedSolve(attempt)) continue;
    if (day < mastery.counts_from().value_or(day)) continue;
    ++mastery.solves;
    mastery.last_counted = day;
  }
  return mastery;
}

}  // namespace interview
