// A session at one moment as JSON: everything the candidate had before them. Any thread; pure.
#pragma once

#include "interview/base/json.h"
#include "interview/session/session.h"

namespace interview {

// `session` as Replay::Seek(at) gives it. "stage", "round", "kind", "phase", "question" (null
// before the first round); "clock" of the round and its phases, in milliseconds; "work" on every
// question that was shown so far, of all rounds: code by language, prose, estimates, follow-ups,
// tests, board and console, the latest first; "conversation"; "pending": what was being evaluated.
Json MomentJson(const Session& session, Duration at);

}  // namespace interview
