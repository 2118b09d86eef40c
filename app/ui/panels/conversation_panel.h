// What the interviewer and the candidate said, the next hint and its price, and the line to speak
// on. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// A hint is taken only after its dialog, which the room draws: asking for one sets state->dialog.
void DrawConversationPanel(FrameContext& context, const RoomView& room, RoomState* state,
                           ImVec2 size);

}  // namespace app
