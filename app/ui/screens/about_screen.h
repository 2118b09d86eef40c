// What Onsite is, what it stands on, and what the doctor found on this machine. UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

void DrawAboutScreen(FrameContext& context, const AppState& app);

}  // namespace app
