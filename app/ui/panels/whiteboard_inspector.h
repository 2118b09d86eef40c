// The properties of what is selected on the whiteboard. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// The height of the strip at this width; 0 when nothing is selected.
float InspectorHeight(const FrameContext& context, const BoardState& state, float width);

void DrawInspector(FrameContext& context, const interview::Catalogue& catalogue, BoardState* state,
                   ImVec2 size);

}  // namespace app
