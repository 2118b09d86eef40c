// The candidate's notes on a finished session: of all of it, or pinned to a moment. UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

// REQUIRES: app.viewed, finished.
void DrawSessionNotes(FrameContext& context, const AppState& app, TextBoxState* draft);

}  // namespace app
