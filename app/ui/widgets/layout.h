// Pages, panels, scrolling areas and lines of text: what the controls stand in.
// UI thread only; no state but ImGui's scroll positions. Every Begin has its End, called always.
#pragma once

#include <string_view>

#include "app/ui/draw.h"
#include "app/ui/frame_context.h"

namespace app {

// The screen: covers the display. `name` is what the UI tree calls it.
void BeginScreen(FrameContext& context, const char* name);
void EndScreen(FrameContext& context);

// A bordered panel; F6 reaches it, and nothing in it scrolls by itself.
void BeginPanel(FrameContext& context, const char* name, ImVec2 size);
void EndPanel(FrameContext& context);

// A scrolling area inside a panel or screen.
void BeginScroll(FrameContext& context, const char* id, ImVec2 size, ImVec2 padding);
void EndScroll();

// A dialog over everything, `width` wide (0: as most are) and never wider than the display; draws
// nothing and returns false while it is not open. Esc closes it.
bool BeginDialog(FrameContext& context, const char* title, float width = 0);
// The same near the top of the display and without a title, for lists that grow and shrink.
bool BeginTopDialog(FrameContext& context, const char* name, float width);
void EndDialog(FrameContext& context);

// The hairline under a panel's header, `y` below the top of the current window.
void DrawHeaderLine(const FrameContext& context, float y);
void DrawSeparator(const FrameContext& context);

// One line of text at the cursor, and the cursor beneath it.
void Text(FrameContext& context, const Font& font, Color color, std::string_view text);
// Wrapped at `width`, 0 for what is left of the line.
void Paragraph(FrameContext& context, const Font& font, Color color, std::string_view text,
               float width = 0);
// A heading with room above it.
void Heading(FrameContext& context, std::string_view text);
// A small label in the left column of a form; the control comes beside it.
void FormLabel(FrameContext& context, std::string_view label);
// `distance` of nothing.
void Gap(float distance);
// Moves the cursor so that something `width` wide stands at the right end of the line.
void AlignRight(float width);

// An invisible bar that is dragged to change `*size` within [low, high]; `sign` is -1 where pulling
// left or up grows it.
enum class SplitterAxis { kVertical, kHorizontal };
void DrawSplitter(FrameContext& context, const char* id, SplitterAxis axis, ImVec2 extent,
                  float sign, float low, float high, float* size);

}  // namespace app
