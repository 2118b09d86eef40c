// A stored session at any moment of it: the fold over its events up to then, kept quick by copies
// of the state every few hundred events. One thread at a time; owns its events.
#pragma once

#include <cstddef>
#include <vector>

#include "interview/session/session.h"

namespace interview {

class Replay {
 public:
  // `start` is a session that has handled nothing yet. The events are folded once, to the end.
  Replay(Session start, std::vector<Event> events);

  // The session as it was when everything up to and including `at` had happened: the state the
  // candidate had before the clock went on. Valid until the next call.
  const Session& Seek(Duration at);

  const Session& end() const { return end_; }
  // In order of time, which a stored `at` that decreases does not change: it happened then.
  const std::vector<Event>& events() const { return events_; }
  Duration length() const { return events_.empty() ? Duration::zero() : events_.back().at; }

 private:
  // How many events have happened at `at`.
  std::size_t CountUntil(Duration at) const;

  std::vector<Event> events_;
  std::vector<Session> keyframes_;  // [i]: after i * kEventsPerKeyframe events
  Session shown_;
  std::size_t handled_ = 0;  // events that `shown_` has seen
  Session end_;
};

}  // namespace interview
