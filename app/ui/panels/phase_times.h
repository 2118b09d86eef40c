// How long each phase of a round took against its budget. UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

// A row for each phase, with a bar and the time in words; draws nothing for a round that never
// began.
void DrawPhaseTimes(FrameContext& context, const interview::Session& session, std::size_t round);

}  // namespace app
