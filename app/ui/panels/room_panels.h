// The panels of a round beside one another: question, work, console, conversation, with the bars
// between them that change their sizes. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// From below the bar of the room down to `bottom`.
void DrawRoomPanels(FrameContext& context, const RoomView& room, RoomState* state, float bottom);

}  // namespace app
