// What the program printed: standard output and standard error apart, to be searched, selected and
// copied. No character of it reaches the screen that is not spelled out or printable.
// UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// Draws the inside of the console at the cursor.
void DrawOutput(FrameContext& context, const RoomView& room, ConsoleState* state, ImVec2 size);

}  // namespace app
