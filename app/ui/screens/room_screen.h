// The room: one round of an interview, from its first second to its submission, and what stands
// between rounds. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// Draws the stage the running session is in: the round, the self-rating, the break, or the grading.
void DrawRoomScreen(FrameContext& context, const AppState& app, RoomState* state);

}  // namespace app
