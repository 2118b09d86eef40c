// From a finished session to what schedule and progress need of it. Any thread; pure.
#pragma once

#include "interview/schedule/session_digest.h"
#include "interview/session/session.h"

namespace interview {

// `started` is when the session began. A question counts where something of it was handed in and
// graded: blank answers, and code whose judge broke, are no attempts. Its score is the mean of its
// grades: the judge counts twice, rubric once, follow-ups, drawing and estimates half. Its time
// runs from when it was shown to when it was solved, the next one shown, or the round handed in;
// pauses do not count.
SessionDigest MakeDigest(const SessionId& id, WallTime started, const Session& session);

}  // namespace interview
