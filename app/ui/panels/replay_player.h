// The head of a replay: where it stands, how fast it goes, and what it passes over. Any thread;
// plain values and pure functions of them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "interview/session/markers.h"

namespace app {

inline constexpr std::array kReplaySpeeds = {0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0};
inline constexpr std::size_t kUsualSpeed = 1;  // index

// A stretch in which nothing happens: nothing is done in a round, it is paused, or between rounds.
struct IdleSpan {
  interview::Duration from{};
  interview::Duration to{};
};

// Of ten seconds or more, in order of time and disjoint.
std::vector<IdleSpan> IdleSpans(const interview::Session& session,
                                std::span<const interview::Event> events);

struct ReplayPlayer {
  interview::Duration at{};
  interview::Duration length{};
  std::vector<IdleSpan> idle;
  bool playing = false;
  bool skips_idle = true;
  std::size_t speed = kUsualSpeed;
  double rest_ms = 0;  // of the last step, less than a millisecond

  void Seek(interview::Duration to);  // within the session
  // Lets `seconds` of the viewer's time pass. Of an idle stretch one second is played at its begin
  // and one at its end. Stops at the end.
  void Advance(double seconds);
  // Plays, from the start again at the end; or stops.
  void Toggle();
  void ChangeSpeed(int steps);
};

// The marker before or after a moment; nullopt where there is none. Going back, one within the last
// second is passed over, so that a replay that plays on can still go back by pressing twice.
std::optional<std::size_t> NextMarker(std::span<const interview::Marker> markers,
                                      interview::Duration at);
std::optional<std::size_t> PreviousMarker(std::span<const interview::Marker> markers,
                                          interview::Duration at);

}  // namespace app
