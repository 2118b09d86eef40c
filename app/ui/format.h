// Times, dates and values as people read them. Any thread; pure functions, but for the local time
// zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interview/base/clock.h"
#include "interview/base/json.h"
#include "interview/model/score_card.h"

namespace app {

// "27:41", "1:04:10".
std::string FormatClock(interview::Duration duration);
// "45 min", "1 h 30 min".
std::string FormatLength(interview::Duration duration);
// "23 Nov 2026, 10:15" in the user's time zone.
std::string FormatMoment(interview::WallTime moment);
// "3.25", "3.5", "4".
std::string FormatScore(double score);
// What came of a session: the decision of a loop, the band of a drill's round.
struct Outcome {
  std::string verdict;  // "lean_no"; empty: not enough to grade
  std::optional<double> score;
};
Outcome OutcomeOf(const interview::ScoreCard& card);
// "Hire  ·  3.25".
std::string FormatOutcome(const Outcome& outcome);
// "hash_map" -> "Hash map".
std::string FormatName(std::string_view identifier);
// JSON on one line for the screen: control characters escaped, cut at `limit` bytes with an
// ellipsis.
std::string FormatValue(const interview::Json& value, std::size_t limit = 2000);
// Program output for the screen: what a screen cannot or must not show as it is (control and bidi
// characters, zero-width ones, bytes that are no UTF-8) is spelled out: "\x1b", "\u{202e}".
std::string FormatOutput(std::string_view output, std::size_t limit = 20000);

}  // namespace app
