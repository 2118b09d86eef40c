// The frame around every screen outside the room: the bar with its destinations, and a centred
// column. UI thread only; no state.
#pragma once

#include <string_view>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

// Draws the bar (its destinations emit Navigate) and opens a scrolling column at most `width` wide,
// in the middle of the screen.
void BeginPage(FrameContext& context, const AppState& app, const char* name, float width);
void EndPage(FrameContext& context);

// Title and one sentence at the head of a page.
void PageTitle(FrameContext& context, std::string_view title, std::string_view sentence);

}  // namespace app
