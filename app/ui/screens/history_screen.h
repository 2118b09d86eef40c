// Every stored session, newest first. UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

void DrawHistoryScreen(FrameContext& context, const AppState& app);

}  // namespace app
