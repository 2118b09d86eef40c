// What is due, and the plan to the interview. UI thread only.
#pragma once

#include "app/core/standing.h"
#include "app/ui/frame_context.h"
#include "app/ui/screens/progress_screen.h"

namespace app {

void DrawDue(FrameContext& context, const AppState& app, const Standing& standing,
             ProgressState* state);
void DrawPlan(FrameContext& context, const AppState& app, const Standing& standing,
              ProgressState* state);

}  // namespace app
