// The list of parts that a whiteboard may hold, by group, with a box to find one.
// UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// How the parts of the palette look on a board: one tint and icon for each group.
PartLooks LooksOf(const interview::Catalogue& catalogue);

// A click, Enter in the box or a drag onto the canvas adds a part.
void DrawPalette(FrameContext& context, const interview::Catalogue& catalogue, BoardState* state,
                 ImVec2 size);

// Puts the keyboard into the box, in the next frame that draws the palette.
void OpenPalette(BoardState* state);

}  // namespace app
