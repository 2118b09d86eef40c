// What a session asks of its driver after an event: evaluate an answer, or append an event it
// caused itself. Any thread; plain values.
#pragma once

#include <variant>

#include "interview/model/evaluation.h"
#include "interview/model/transcript.h"

namespace interview {
namespace effect {

// Evaluate the request; hand the outcome back as EvaluationArrived or EvaluationFailed with the
// ticket.
struct Evaluate {
  Ticket ticket = 0;
  EvaluationRequest request;
};

// Append the event to the transcript at the same `at` as its cause and hand it to Session::Handle.
struct Append {
  EventPayload payload;
};

}  // namespace effect

using Effect = std::variant<effect::Evaluate, effect::Append>;

}  // namespace interview
