// The whiteboard to and from other programs: Mermaid text in and out, pictures out. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// The dialog, while it is open. `exporting`: the picture that is being made, if any.
void DrawExchange(FrameContext& context, const std::optional<ExportUnderWay>& exporting,
                  BoardState* state);

}  // namespace app
