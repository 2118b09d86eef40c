// Names of sessions: sortable by start, unique by chance.
// Any thread.
#pragma once

#include <cstdint>

#include "interview/base/clock.h"
#include "interview/model/ids.h"

namespace app {

// "20261123-101502-4f3a21": UTC and six hex digits of the seed.
interview::SessionId MakeSessionId(interview::WallTime started, std::uint64_t seed);

// "2026-11-23 10:15", local time, for people.
std::string FormatWallTime(interview::WallTime time);
// "2026-11-23T10:15:02Z", for JSON.
std::string IsoTime(interview::WallTime time);

}  // namespace app
