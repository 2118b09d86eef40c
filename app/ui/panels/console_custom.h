// Test cases of the candidate's own in the console: typed against the signature, kept as chips, run
// beside the reference. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

void DrawCustomCases(FrameContext& context, const RoomView& room, RoomState* state, float width);

// Runs the chosen case, or shows what is wrong with it.
void RunCustomCase(FrameContext& context, const RoomView& room, RoomState* state);

}  // namespace app
