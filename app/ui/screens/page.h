// The frame around every screen outside the room: the bar with its destinations, and a centred
// column. UI thread only; no state.
#pragma once

#include <span>
#include <string>
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

// Tabs of a page in a row of their own, their words in line with what stands above and beneath, and
// a line under them. True when one was pressed.
bool PageTabs(FrameContext& context, std::span<const std::string> labels, int* chosen);

// A label above the control that comes next.
void FieldLabel(FrameContext& context, std::string_view label);

// A line of facts: the name at the left, the value at the right end.
void DrawFact(FrameContext& context, std::string_view name, std::string_view value);

}  // namespace app
