// When a question counts as mastered: three counted solves on different days, the second at least
// two days after the first, the third at least seven after the second. Any thread; pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "interview/schedule/attempt.h"

namespace interview {

inline constexpr int kSolvesToMaster = 3;
// Days from the counted solve before; the first needs none.
inline constexpr std::array<int, kSolvesToMaster> kDaysBeforeSolve = {0, 2, 7};

struct Mastery {
  int solves = 0;                            // counted, 0 to 3
  std::optional<std::int64_t> last_counted;  // day of the latest one
  bool mastered() const { return solves == kSolvesToMaster; }
  // The first day on which the next solve counts; empty: any day, or it is mastered.
  std::optional<std::int64_t> counts_from() const;
};

// `attempts` at one question, oldest first. A failed attempt takes nothing away.
Mastery MasteryOf(std::span<const Attempt> attempts, std::chrono::minutes utc_offset);

}  // namespace interview
