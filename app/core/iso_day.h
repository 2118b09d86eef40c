// Days as people write them. Any thread; pure, but for the local time zone.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "interview/base/clock.h"

namespace app {

// "2026-11-23" of a day since 1970-01-01, and back; empty where it is no date.
std::string IsoDay(std::int64_t day);
std::optional<std::int64_t> ParseIsoDay(const std::string& text);

// "Mon, 23 Nov".
std::string ShortDay(std::int64_t day);

// How far the user's clock is ahead of UTC at `now`, and the day it shows.
std::chrono::minutes UtcOffset(interview::WallTime now);
std::int64_t Today(interview::WallTime now);

}  // namespace app
