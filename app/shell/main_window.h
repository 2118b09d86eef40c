// Onsite in a window: the core's state drawn, its commands applied, frame by frame.
#pragma once

#include "app/shell/window.h"

namespace app {

// Runs until the window is closed. Returns the exit code of the program: 0, or 3 where no window
// can be opened.
int RunWindow(const WindowOptions& options);

}  // namespace app
