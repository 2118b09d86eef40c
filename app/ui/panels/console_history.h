// Every run and judgement of the question in the console, newest first, with what changed from one
// to the next; a chosen one is looked at again. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

void DrawRunHistory(FrameContext& context, const RoomView& room, RoomState* state, float width);

}  // namespace app
