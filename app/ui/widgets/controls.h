// The things one presses and picks: buttons, tabs, chips, check boxes, choices.
// UI thread only; no state but what the caller keeps. Each registers in the UI tree and the focus
// ring. Labels are unique within their window; text after "##" makes them so and is not shown.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/ui/draw.h"
#include "app/ui/frame_context.h"

namespace app {

enum class ButtonStyle {
  kPlain,    // bordered
  kPrimary,  // the one thing to do here
  kQuiet,    // no border until hovered
  kDanger,   // ends or discards something
};

struct ButtonOptions {
  ButtonStyle style = ButtonStyle::kPlain;
  Icon icon = Icon::kNone;
  bool icon_only = false;  // the label is read out but not drawn
  bool enabled = true;
  ImVec2 size{};                      // 0: as large as the label needs
  ActionId action = ActionId::kNone;  // whose key the tooltip shows
  std::string_view shortcut = {};     // a key of the widget's own, where no action has one
};

// True when pressed with the pointer or the keyboard.
bool DrawButton(FrameContext& context, const char* label, const ButtonOptions& options = {});
ImVec2 ButtonSize(const FrameContext& context, const char* label,
                  const ButtonOptions& options = {});

// Underlined text tabs in a row of `height`; returns true when one was pressed, the chosen one too.
bool DrawTabs(FrameContext& context, std::span<const std::string> labels, float height,
              int* chosen);

struct ChipOptions {
  Color dot = 0;            // a coloured dot before the text; 0: none
  Icon mark = Icon::kNone;  // drawn in that colour instead of the dot: colour alone says too little
  bool chosen = false;
  bool enabled = true;
  std::string_view value = {};  // its state in words, for the UI tree: "passed"
};
bool DrawChip(FrameContext& context, const char* label, const ChipOptions& options = {});
float ChipWidth(const FrameContext& context, const char* label, const ChipOptions& options = {});

// Goes on in the same line when `width` fits there, else starts a new one.
void WrapNext(const FrameContext& context, float width);

bool DrawCheckbox(FrameContext& context, const char* label, bool* value);

// A drop-down of `choices`; returns true when `*chosen` changed.
bool DrawCombo(FrameContext& context, const char* label, std::span<const std::string> choices,
               float width, int* chosen);

// All choices side by side, for two to five of them; returns true when `*chosen` changed.
bool DrawSegments(FrameContext& context, const char* label, std::span<const std::string> choices,
                  int* chosen);

struct RowOptions {
  std::string_view caption = {};   // a second line
  std::string_view trailing = {};  // at the right end: a key, a score
  bool chosen = false;
  bool focusable = false;  // Tab stops here; of a list, at the chosen row alone
};
// A row of a list, pressed as a whole.
bool DrawRow(FrameContext& context, const char* label, float width, const RowOptions& options = {});
float RowHeight(const FrameContext& context, const RowOptions& options);
// The arrow and page keys over a list of `count` rows; true when `*chosen` moved.
bool MoveChoice(int count, int page, int* chosen);

// A line beneath what it explains, or above it at the foot of the window; never over it.
void DrawTooltip(const FrameContext& context, ImVec2 min, ImVec2 max, std::string_view text);

// Several lines beside the pointer, wrapped: what is said about the thing under it.
void DrawPointerNote(const FrameContext& context, std::string_view text);

// A large pressable card with a title and a caption.
bool DrawCard(FrameContext& context, const char* label, std::string_view caption, ImVec2 size,
              bool chosen = false);

}  // namespace app
