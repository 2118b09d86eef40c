// Much and little as light and dark, and as words and sizes too: a heat map of named cells, and a
// calendar of days. UI thread only; no state.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "app/ui/frame_context.h"

namespace app {

struct HeatCell {
  std::string title;
  std::string value;  // "5 of 12"
  double share = 0;   // 0 to 1
};

// As many cells side by side as fit. The index of the pressed one, -1 for none.
int DrawHeatMap(FrameContext& context, const char* id, std::span<const HeatCell> cells);

struct CalendarMark {
  int level = 0;      // 1 to kCalendarLevels
  std::string words;  // "2 sessions, 45 min"
};
inline constexpr int kCalendarLevels = 3;

// The weeks up to `today`, a column each, as many as fit and at most a year. By day since
// 1970-01-01; a day without a mark is an empty frame.
void DrawCalendar(FrameContext& context, const char* name,
                  const std::map<std::int64_t, CalendarMark>& marks, std::int64_t today);

}  // namespace app
