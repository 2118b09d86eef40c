// For developers of the app: the toolkit's own demo and metrics, the gallery, and the tree of the
// screen on the clipboard. UI thread only.
#pragma once

#include "app/ui/frame_context.h"

namespace app {

struct DebugMenuState {
  bool open = false;
  bool demo = false;
  bool metrics = false;
  bool copy_tree = false;  // once it has been recorded
  bool stop_recording = false;
};

void DrawDebugMenu(FrameContext& context, DebugMenuState* state);

}  // namespace app
