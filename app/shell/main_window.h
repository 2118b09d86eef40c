// Onsite in a window: the core's state drawn, its commands applied, frame by frame.
// UI thread only.
#pragma once

#include "app/cli/cli.h"
#include "app/core/app_core.h"
#include "app/shell/window.h"

namespace app {

// Opens the window first (so that a missing display is told at once), then the core, and runs until
// the window is closed. Returns the exit code of the program.
int RunWindow(const WindowOptions& options);

}  // namespace app
