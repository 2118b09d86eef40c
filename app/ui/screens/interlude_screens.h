// What stands between rounds and before the debrief: rating oneself, a break, waiting for the
// grades. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// The candidate rates the round on the panel's own dimensions, before any score is shown.
void DrawSelfRatingScreen(FrameContext& context, const AppState& app, RoomState* state);
void DrawBreakScreen(FrameContext& context, const AppState& app, RoomState* state);
void DrawScoringScreen(FrameContext& context, const AppState& app);

}  // namespace app
