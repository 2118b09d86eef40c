// The user's settings. UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct SettingsState {
  bool loaded = false;  // the boxes below hold the stored values
  TextBoxState url;
  TextBoxState model;
};

void DrawSettingsScreen(FrameContext& context, const AppState& app, SettingsState* state);

// The zooms the window offers, in percent, ascending; Ctrl + and Ctrl - step through them.
int StepZoom(int percent, int direction);

}  // namespace app
