// What the plan and the schedule propose, and how each of it is begun. UI thread only.
#pragma once

#include <string>

#include "app/core/app_state.h"
#include "app/core/standing.h"
#include "app/ui/frame_context.h"

namespace app {

// "Two Sum", "Mock round: System design", "Loop: Phone screen".
std::string TitleOf(const interview::PlannedItem& item);
// "Review · Coding · 20 min".
std::string CaptionOf(const interview::PlannedItem& item);
// What begins it, in the language and with the help of the settings.
Command StartOf(const interview::PlannedItem& item, const Settings& settings);

// A row that begins it when pressed.
void DrawPlannedItem(FrameContext& context, const AppState& app, const interview::PlannedItem& item,
                     float width);

// What the day of the standing has to offer first: of the plan, else what is most forgotten. Null
// where there is nothing, or nothing was ever practised.
const interview::PlannedItem* FirstOfToday(const AppState& app);

// The part of the home screen that says what is due and planned today. Draws nothing before the
// first session.
void DrawToday(FrameContext& context, const AppState& app);

}  // namespace app
