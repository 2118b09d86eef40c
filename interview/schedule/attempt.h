// What one finished session says of one question: all that schedule and progress know of it, made
// from the transcript (interview/session/attempts.h). Any thread; plain values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "interview/base/clock.h"
#include "interview/model/ids.h"
#include "interview/schedule/memory_state.h"

namespace interview {

struct Attempt {
  SessionId session;
  QuestionId question;
  RoundKind kind = RoundKind::kCoding;
  WallTime at{};          // when the round was handed in
  double score = 0;       // 0-1, of what was handed in
  bool accepted = true;   // code: every test passed; true where there is no code
  int hint_level = 0;     // the highest taken
  double time_ratio = 0;  // the time on it over the time it is meant to take; 0: not known
  // Code: from the question to the first time that all tests passed; empty: they never did.
  std::optional<Duration> first_green = {};
  std::map<std::string, double> skills;  // 0-1 each: "coding/edge cases", "system_design/metrics"
};

// Code that fails a test is rated again, and so is an answer below 0.5; hard below 0.7, good below
// 0.9, easy from there on (the shares that a panel scores 2, 3 and 4). A first hint, or more time
// than meant, leaves good at best; a second one, or more than 1.5 times the time, hard; a third one
// again.
Rating RatingOf(const Attempt& attempt);
// Of a skill, by the same steps.
Rating RatingOf(double score);

// Does it count towards mastery: every test passed, at most the first hint, at most 1.5 times the
// time that is meant?
bool IsCountedSolve(const Attempt& attempt);

// The day of a moment where clocks show UTC + `utc_offset`, in days since 1970-01-01.
std::int64_t LocalDay(WallTime at, std::chrono::minutes utc_offset);

}  // namespace interview
