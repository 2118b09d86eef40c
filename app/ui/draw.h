// Small drawing helpers over an ImDrawList: text on the pixel grid, wrapped and shortened text,
// icons. UI thread only; no state. Positions and sizes are logical pixels.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/theme.h"

namespace app {

enum class Icon {
  kNone,
  kPlay,
  kPause,
  kSend,
  kCheck,
  kCross,
  kDash,
  kBack,
  kGear,
  kBulb,
  kCode,
  kChevron,
  kRing,
  kWarning,
  kPlus,
  kClock,
  kLogo,
  // the tools of the whiteboard
  kPointer,
  kParts,
  kRectangle,
  kEllipse,
  kDiamond,
  kArrow,
  kTextTool,
  kNote,
  kPen,
  kEraser,
  kFrame,
  kUndo,
  kRedo,
  kTidy,
  kGrid,
  kFit,
  kSave,
  // the groups of its parts
  kGlobe,
  kStream,
  kTable,
  kTag,
  kSearch,
  kLayers,
  kFork,
  kCycle,
  kGauge,
  kChat
};

ImVec2 TextSize(const Font& font, std::string_view text);

// One line of text with its upper left corner at `at`.
void DrawText(const Theme& theme, ImDrawList* list, const Font& font, ImVec2 at, Color color,
              std::string_view text);

// One line, centred in the rectangle.
void DrawCentered(const Theme& theme, ImDrawList* list, const Font& font, ImVec2 min, ImVec2 max,
                  Color color, std::string_view text);

// Text broken at words into lines of `width`; returns its height. `list` may be null to only
// measure.
float DrawWrapped(const Theme& theme, ImDrawList* list, const Font& font, ImVec2 at, float width,
                  Color color, std::string_view text);

// `text`, or as much of it as fits with an ellipsis.
std::string Shortened(const Font& font, std::string_view text, float width);

// An icon of the given height around `center`.
void DrawIcon(ImDrawList* list, Icon icon, ImVec2 center, float size, Color color);

// A filled rounded rectangle with a one-pixel border.
void DrawBox(const Theme& theme, ImDrawList* list, ImVec2 min, ImVec2 max, Color fill, Color border,
             float rounding);

}  // namespace app
