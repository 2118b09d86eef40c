// The two kinds of time in Onsite. No code outside app/ reads a clock: `now` is passed in.
// Any thread; plain values.
#pragma once

#include <chrono>

namespace interview {

// A length of time, or a moment as the time since a session began (monotonic, so that a calendar
// clock that jumps cannot shorten a round).
using Duration = std::chrono::milliseconds;

// A calendar moment (UTC, milliseconds), for dates shown to people.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

}  // namespace interview
