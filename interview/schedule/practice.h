// The habit and the bests: days of practice, streaks, personal records. Any thread; pure.
#pragma once

#include <optional>
#include <vector>

#include "interview/schedule/session_digest.h"

namespace interview {

struct PracticeDay {
  std::int64_t day = 0;  // as LocalDay
  int sessions = 0;      // of which something was handed in that day
  int rounds = 0;
  Duration spent{};
};

struct BestRound {
  RoundKind kind = RoundKind::kCoding;
  SessionId session;
  WallTime at{};
  double score = 0;  // 1-4
};

struct GreenRecord {
  QuestionId question;
  SessionId session;
  WallTime at{};
  Duration took{};  // from the question to the first green
};

inline constexpr std::size_t kGreenRecords = 5;

struct Practice {
  std::vector<PracticeDay> days;  // those with practice, oldest first
  int sessions = 0;
  int rounds = 0;
  Duration spent{};
  int streak = 0;                 // days in a row, the last of them today or yesterday
  int longest_streak = 0;         // the earliest one where several are as long
  std::int64_t longest_from = 0;  // its first day, where there is one
  std::vector<BestRound> best;    // of each kind that was scored; the first of equal ones
  // The fastest first, of each question its fastest alone.
  std::vector<GreenRecord> fastest_green;
};

// `digests` in order of time.
Practice MakePractice(const std::vector<SessionDigest>& digests, std::chrono::minutes utc_offset,
                      std::int64_t today);

}  // namespace interview
