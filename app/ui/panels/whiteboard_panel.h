// The drawing of a system as a list of parts and connections. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// The inside of the work panel. Changes reach the core when typing rests for a moment, or before
// the next act.
void DrawWhiteboard(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);

}  // namespace app
