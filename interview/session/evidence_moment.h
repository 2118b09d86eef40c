// When the words that a score rests on were written or said: where its evidence stands in a replay.
// Any thread; pure functions.
#pragma once

#include <optional>
#include <span>

#include "interview/session/session.h"

namespace interview {

// The first moment at which the quotation of `evidence` stood whole in a text of its question, or
// was said; of a verdict (part "source") when the last judgement of the question came. Empty where
// the evidence quotes nothing, or nothing that can be found.
// REQUIRES: `events` made `session`.
std::optional<Duration> MomentOf(const Evidence& evidence, const Session& session,
                                 std::span<const Event> events);

}  // namespace interview
