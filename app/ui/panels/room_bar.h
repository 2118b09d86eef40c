// The bar over the room: what is rehearsed, the phases and their budgets, the countdown, the ways
// out. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// Draws into the top of the current window. Ending and leaving open a dialog in `state`.
void DrawRoomBar(FrameContext& context, const RoomView& room, RoomState* state);

}  // namespace app
