// The whiteboard to and from other programs: Mermaid text in and out, pictures out. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// The dialog, while it is open.
void DrawExchange(FrameContext& context, BoardState* state);

}  // namespace app
