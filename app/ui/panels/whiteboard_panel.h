// The whiteboard of a system design round: palette, tools, canvas, and the properties of what is
// selected. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// The inside of the work panel. Changes reach the core when the hand rests for a moment, or before
// the next act.
void DrawWhiteboard(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);

struct BoardShows {
  const interview::Catalogue& catalogue;
  const std::optional<ExportUnderWay>& exporting;  // a picture that is being made
};
// The same over any board, without a session: `state` keeps the board.
void DrawBoard(FrameContext& context, const BoardShows& shows, BoardState* state, ImVec2 size);

}  // namespace app
