// How Onsite looks: colours, fonts and sizes by the part they play. The only place that knows a
// colour or a pixel; everything else names a token. UI thread only; fonts are filled in by the
// shell once an atlas is built. Invariant: every text colour reads at 4.5:1 or better on every
// ground it is used on (tests/app/ui/theme_test).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/ui/imgui_compat.h"

namespace app {

using Color = ImU32;  // ImGui's byte order; 0 is nothing at all

enum class ThemeName { kDark, kLight, kHighContrast };
inline constexpr std::array kThemeNames = {ThemeName::kDark, ThemeName::kLight,
                                           ThemeName::kHighContrast};

enum class SyntaxKind : std::uint8_t {
  kText,
  kKeyword,
  kType,
  kNumber,
  kString,
  kComment,
  kPunctuation,
  kFunction,
  kDirective
};
inline constexpr int kSyntaxKinds = 9;

// What a part of a whiteboard is tinted with.
enum class BoardTint : std::uint8_t {
  kPlain,
  kGrey,
  kTeal,
  kBlue,
  kViolet,
  kPink,
  kRed,
  kOrange,
  kYellow,
  kGreen
};
inline constexpr int kBoardTints = 10;

struct TintColors {
  Color ground;  // the fill of a part; `Palette::text` reads on it
  Color line;    // its outline and stripe
  Color ink;     // captions on the ground, pen strokes on the board
};

struct Palette {
  // grounds
  Color background, panel, raised, hover, border, accent_soft, own_bubble;
  Color editor, editor_line, editor_selection, scrim;
  // text and marks
  Color text, body, muted, faint, accent, on_accent, good, warning, bad, info;
  std::array<Color, kSyntaxKinds> syntax;
  // the whiteboard
  Color board, board_dot, board_edge, board_guide;
  std::array<TintColors, kBoardTints> tint;
};

struct FontSet {
  Font ui, medium, bold, italic;     // 14 px em: prose, controls, emphasis
  Font small, small_medium;          // 12.4 px em: captions, chips
  Font title, heading, subheading;   // 20, 16 and 14 px em, semibold
  Font display;                      // 28 px em, semibold: the decision, the break's clock
  Font code, code_bold, code_small;  // monospaced
  Font clock;                        // the countdown
  Font board;                        // 30 px em, medium: labels of a whiteboard seen from near
  std::vector<std::string> files;    // what the faces were read from
};

// Logical pixels.
struct Metrics {
  // distances, from the closest to the widest
  float hair, line, tiny, small, medium, large, huge;
  // radii
  float radius_small, radius_control, radius_panel, radius_bubble;
  // controls
  float control_height, control_padding, small_control_height, chip_height, row_height,
      field_padding;
  float icon, tab_padding, dot, scrollbar;
  // the screen
  float margin, gap, top_bar, panel_header, page_width, narrow_page_width, form_label_width;
  float dialog_width, wide_dialog_width, toast_width, menu_width, card_width, card_height;
  // the room
  float statement_width, conversation_width, console_height, side_min, side_max, console_min;
  float narrow_room, wide_share_left, wide_share_right;
  float avatar, timer_ring, break_ring, message_min, message_max, code_label_width;
  float run_width, submit_width, narrow_console, beside_width;
  float prose_leading, code_leading;
  // the whiteboard
  float board_palette_width, board_toolbar, board_status, board_port, board_handle, board_reach,
      board_stripe;
  float minimap_width, minimap_height;
};

struct Theme {
  ThemeName name = ThemeName::kDark;
  Palette color{};
  Metrics size{};
  FontSet font{};
  float code_em = 14;  // of the code font, logical pixels
  float scale = 1;     // device pixels for a logical pixel
};

// Colours and sizes of a theme; the fonts stay empty.
Theme MakeTheme(ThemeName name);

// Hands the theme's colours and sizes to the windows, popups and scrollbars that ImGui draws.
void ApplyToImGui(const Theme& theme);

// `color` with its opacity multiplied by `opacity` (0-1).
Color WithOpacity(Color color, float opacity);

// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double ContrastRatio(Color a, Color b);

}  // namespace app
