// The middle of the room, where the answer comes into being: code, notes, tests, whiteboard,
// estimates, and the questions the interviewer asked. Which of them there are depends on the kind
// of round. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

void DrawWorkPanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);

}  // namespace app
