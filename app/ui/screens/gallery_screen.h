// Every widget in every state on one page, for those who draw them and for screenshots.
// UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct GalleryState {
  int tab = 0;
  int combo = 0;
  int segment = 1;
  int row = 1;
  bool ticked = true;
  bool unticked = false;
  bool loaded = false;
  TextBoxState line;
  TextBoxState empty;
  TextBoxState prose;
  TextBoxState code;
};

void DrawGalleryScreen(FrameContext& context, const AppState& app, GalleryState* state);

}  // namespace app
