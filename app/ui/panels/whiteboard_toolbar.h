// The bars above and below the whiteboard: tools, undo, zoom. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// Tools and what acts on the whole board, in one row of `width`.
void DrawBoardTools(FrameContext& context, BoardState* state, float width);

// Undo, redo, zoom, and what is on the board, in one row of `width`.
void DrawBoardStatus(FrameContext& context, BoardState* state, float width);

}  // namespace app
