// What follows from all finished sessions: the digests, the cards, the day they are read on.
// Main thread only.
#pragma once

#include <vector>

#include "app/core/app_state.h"
#include "interview/schedule/progress.h"
#include "interview/schedule/review_queue.h"
#include "interview/schedule/session_digest.h"
#include "interview/store/transcript_store.h"

namespace app {

struct Standing {
  std::vector<interview::SessionDigest> digests;  // oldest first
  interview::ScheduleRules rules;
  interview::ReviewQueue queue;
  std::int64_t today = 0;  // as interview::LocalDay
};

// Reads the digests of the sessions in `state.history`, and makes and keeps those that are missing.
// A session that cannot be read is left out and told to the log.
interview::Result<Standing> ReadStanding(interview::TranscriptStore* store, const AppState& state,
                                         interview::WallTime now);

// How far the user's clock is ahead of UTC at `now`.
std::chrono::minutes UtcOffset(interview::WallTime now);

// "2026-11-23" of a day since 1970-01-01.
std::string IsoDay(std::int64_t day);

}  // namespace app
