// One event of every kind, each with fields that differ from their defaults.
#pragma once

#include <vector>

#include "interview/model/transcript.h"

namespace interview {

// In the order of EventPayload, one second apart.
std::vector<Event> SampleEvents();

// A short edit, the commonest event; `n` is written into it.
Event EditEvent(int n);

}  // namespace interview
