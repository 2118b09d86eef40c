// Seeking by keyframes.
#include "interview/session/replay.h"

#include <algorithm>

namespace interview {
namespace {

// Few enough for a seek within a frame, and many enough that the copies stay small in number.
constexpr std::size_t kEventsPerKeyframe = 500;

}  // namespace

Replay::Replay(Session start, std::vector<Event> events)
    : events_(std::move(events)), shown_(start), end_(std::move(start)) {
  Duration last{};
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (i % kEventsPerKeyframe == 0) keyframes_.push_back(end_);
    last = events_[i].at = std::max(events_[i].at, last);
    end_.Handle(events_[i]);
  }
}

std::size_t Replay::CountUntil(Duration at) const {
  const auto after = std::upper_bound(events_.begin(), events_.end(), at,
                                      [](Duration t, const Event& e) { return t < e.at; });
  return static_cast<std::size_t>(after - events_.begin());
}

const Session& Replay::Seek(Duration at) {
  const std::size_t count = CountUntil(at);
  const std::size_t nearest = std::min(count / kEventsPerKeyframe, keyframes_.size() - 1);
  const std::size_t behind = nearest * kEventsPerKeyframe;
  if (!keyframes_.empty() && (handled_ > count || handled_ < behind)) {
    shown_ = keyframes_[nearest];
    handled_ = behind;
  }
  for (; handled_ < count; ++handled_) shown_.Handle(events_[handled_]);
  return shown_;
}

}  // namespace interview
