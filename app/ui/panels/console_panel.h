// Running and submitting code, and what came of it: test by test, the first failure in full, the
// output. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

void DrawConsolePanel(FrameContext& context, const RoomView& room, RoomState* state, ImVec2 size);

// What the buttons Run and Submit do; also reached by Ctrl+Enter and Ctrl+Shift+Enter.
void RunCode(FrameContext& context, const RoomView& room, RoomState* state);
void SubmitCode(FrameContext& context, const RoomView& room, RoomState* state);
// Ends what is under way; what was there before stays.
void CancelRun(FrameContext& context, const RoomView& room, RoomState* state);

}  // namespace app
