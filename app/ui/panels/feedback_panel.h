// What a language model says of the answers of a round: as it arrives, and then in parts, beside
// the local result that it never changes. UI thread only.
#pragma once

#include "app/ui/screens/debrief_screen.h"

namespace app {

// Whether the model is on in this session, and the switch.
void DrawLlmSwitch(FrameContext& context, const AppState& app, const OpenSession& open);

// REQUIRES: app.viewed, and `round` indexes its rounds.
void DrawFeedback(FrameContext& context, const AppState& app, std::size_t round,
                  DebriefState* state);

}  // namespace app
