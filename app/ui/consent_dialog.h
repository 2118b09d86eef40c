// Before the first request to an endpoint: what would be sent, whole, and where to. Nothing is sent
// unless the user presses Send; the focus begins on Not now, so that no key pressed in haste sends.
// UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct ConsentDialogState {
  bool shown = false;
  bool answered = false;     // the answer is on its way to the core
  bool as_sent = false;      // escapes as they go over the wire, instead of line breaks
  float content_height = 0;  // in the last frame
  TextBoxState request;
};

// Draws it while AppState::consent waits.
void DrawConsentDialog(FrameContext& context, const AppState& app, ConsentDialogState* state);

}  // namespace app
