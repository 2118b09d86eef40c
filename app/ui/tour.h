// The first-run tour: four steps that point at places of the home screen. It can be left at every
// step and taken again from the palette and the about screen. UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

struct TourState {
  int step = -1;  // -1: not under way
};

// Draws the step over the home screen, whose marks are in context.marks. Leaving it, early or at
// the end, is remembered in the settings.
void DrawTour(FrameContext& context, const AppState& app, TourState* state);

}  // namespace app
