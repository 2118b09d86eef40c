// Where everything starts: go on with a session, begin a loop or a drill, look back, see the
// machine's health. UI thread only.
#pragma once

#include <string>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/screens/setup_screen.h"

namespace app {

struct HomeState {
  interview::SessionId finishing;  // the session whose end is being confirmed
};

// Starting leads to the setup screen, whose state is prepared here. Marks the places that the tour
// points at.
void DrawHomeScreen(FrameContext& context, const AppState& app, HomeState* state,
                    SetupState* setup);

}  // namespace app
