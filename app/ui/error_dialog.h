// An error in full: its sentence, its detail, and a report to copy. UI thread only.
#pragma once

#include <optional>
#include <string>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct ErrorDialogState {
  std::optional<Notice> notice;  // the one that is shown
  bool shown = false;
  bool with_screen = false;  // the report tells what is on the screen
  bool copy = false;         // once the screen has been recorded
  bool stop_recording = false;
  TextBoxState detail;
};

// Draws it while there is a notice in `state`.
void DrawErrorDialog(FrameContext& context, ErrorDialogState* state);

// What "Copy details" puts on the clipboard; `screen` is a dump of the UI tree and may be empty.
std::string ErrorReport(const Notice& notice, const std::string& screen);

}  // namespace app
