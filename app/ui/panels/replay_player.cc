// Time that passes in a replay.
#include "app/ui/panels/replay_player.h"

#include <algorithm>
#include <cmath>

namespace app {

using interview::Duration;
using interview::Marker;

namespace {

constexpr Duration kLeastIdle = std::chrono::seconds(10);
constexpr Duration kEdge =
    std::chrono::seconds(1);  // of an idle stretch that is played all the same

// After each round until the next begins, or the session ends.
void AddBreaks(const interview::Session& session, Duration end, std::vector<IdleSpan>* spans) {
  const auto& rounds = session.rounds();
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    if (!rounds[i].submitted) continue;
    const bool has_next = i + 1 < rounds.size() && rounds[i + 1].started;
    spans->push_back({*rounds[i].submitted, has_next ? *rounds[i + 1].started : end});
  }
}

}  // namespace

std::vector<IdleSpan> IdleSpans(const interview::Session& session,
                                std::span<const interview::Event> events) {
  const Duration end = events.empty() ? Duration(0) : events.back().at;
  std::vector<IdleSpan> spans;
  for (const interview::Silence& silence : Silences(session, events, kLeastIdle)) {
    spans.push_back({silence.from, silence.to});
  }
  for (const interview::PauseSpan& pause : session.pauses()) {
    spans.push_back({pause.from, pause.to.value_or(end)});
  }
  AddBreaks(session, end, &spans);
  std::sort(spans.begin(), spans.end(),
            [](const IdleSpan& a, const IdleSpan& b) { return a.from < b.from; });
  std::vector<IdleSpan> joined;
  for (const IdleSpan& span : spans) {
    if (!joined.empty() && span.from <= joined.back().to) {
      joined.back().to = std::max(joined.back().to, span.to);
    } else {
      joined.push_back(span);
    }
  }
  std::erase_if(joined, [](const IdleSpan& span) { return span.to - span.from < kLeastIdle; });
  return joined;
}

void ReplayPlayer::Seek(Duration to) {
  at = std::clamp(to, Duration(0), length);
  rest_ms = 0;
}

void ReplayPlayer::Advance(double seconds) {
  if (!playing) return;
  const double ms = seconds * 1000 * kReplaySpeeds[speed] + rest_ms;
  const double whole = std::floor(ms);
  rest_ms = ms - whole;
  at += Duration(static_cast<Duration::rep>(whole));
  if (skips_idle) {
    for (const IdleSpan& span : idle) {
      if (at > span.from + kEdge && at < span.to - kEdge) at = span.to - kEdge;
    }
  }
  if (at < length) return;
  at = length;
  playing = false;
}

void ReplayPlayer::Toggle() {
  if (!playing && at >= length) Seek(Duration(0));
  playing = !playing;
}

void ReplayPlayer::ChangeSpeed(int steps) {
  const int last = static_cast<int>(kReplaySpeeds.size()) - 1;
  speed = static_cast<std::size_t>(std::clamp(static_cast<int>(speed) + steps, 0, last));
}

std::optional<std::size_t> NextMarker(std::span<const Marker> markers, Duration at) {
  for (std::size_t i = 0; i < markers.size(); ++i) {
    if (markers[i].at > at) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> PreviousMarker(std::span<const Marker> markers, Duration at) {
  for (std::size_t i = markers.size(); i-- > 0;) {
    if (markers[i].at < at - kEdge) return i;
  }
  return std::nullopt;
}

}  // namespace app
