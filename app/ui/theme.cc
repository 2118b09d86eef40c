// Colours, sizes and fonts: the only place with literal ones.
#include "app/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr Color Rgb(std::uint32_t rgb, std::uint32_t alpha = 255) {
  return IM_COL32((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, alpha);
}

Palette DarkPalette() {
  Palette p{};
  p.background = Rgb(0x111418);
  p.panel = Rgb(0x181C22);
  p.raised = Rgb(0x20262E);
  p.hover = Rgb(0x2A313B);
  p.border = Rgb(0x2B323C);
  p.accent_soft = Rgb(0x1E3532);
  p.own_bubble = Rgb(0x22403C);
  p.editor = Rgb(0x151920);
  p.editor_line = Rgb(0x1C222B);
  p.editor_selection = Rgb(0x1C3540);
  p.scrim = Rgb(0x05070A, 170);
  p.text = Rgb(0xE4E8ED);
  p.body = Rgb(0xCBD2DB);
  p.muted = Rgb(0xA3ADBA);
  p.faint = Rgb(0x8F9AA8);
  p.accent = Rgb(0x6FC3B2);
  p.on_accent = Rgb(0x0C1D1A);
  p.good = Rgb(0x7CC68D);
  p.warning = Rgb(0xE3B566);
  p.bad = Rgb(0xEE8A80);
  p.info = Rgb(0x84B5E8);
  p.syntax = {Rgb(0xD8DEE6), Rgb(0xC79BE0), Rgb(0x7CC4D8), Rgb(0xE3B07A), Rgb(0xA5C98A),
              Rgb(0x8F9DAC), Rgb(0xA9B4C2), Rgb(0x86B7F0), Rgb(0xCF9FB0)};
  p.board = Rgb(0x13171D);
  p.board_dot = Rgb(0x2A323D);
  p.board_edge = Rgb(0x9AA6B4);
  p.board_guide = Rgb(0xEC7FB8);
  p.tint = {{{Rgb(0x20262E), Rgb(0x56616F), Rgb(0xA9B3C0)},
             {Rgb(0x303741), Rgb(0x7B8796), Rgb(0xC0C9D4)},
             {Rgb(0x1B3330), Rgb(0x3E7F74), Rgb(0x7ED0C0)},
             {Rgb(0x1C2C40), Rgb(0x44709F), Rgb(0x9CC4F0)},
             {Rgb(0x2B2540), Rgb(0x6D5BA6), Rgb(0xC3AEF2)},
             {Rgb(0x3A2232), Rgb(0x9A5580), Rgb(0xEDA9CF)},
             {Rgb(0x3C2323), Rgb(0xA35850), Rgb(0xF3A79E)},
             {Rgb(0x3A2A1A), Rgb(0xA0743B), Rgb(0xEDBD7D)},
             {Rgb(0x37321A), Rgb(0x8F8138), Rgb(0xE3D27A)},
             {Rgb(0x1E331F), Rgb(0x4E8A50), Rgb(0x9AD59A)}}};
  return p;
}

Palette LightPalette() {
  Palette p{};
  p.background = Rgb(0xF3F1ED);
  p.panel = Rgb(0xFFFFFF);
  p.raised = Rgb(0xF6F4F0);
  p.hover = Rgb(0xEAE7E1);
  p.border = Rgb(0xDEDAD2);
  p.accent_soft = Rgb(0xDCEFEB);
  p.own_bubble = Rgb(0xDCEFEB);
  p.editor = Rgb(0xFDFCFA);
  p.editor_line = Rgb(0xF3F1EC);
  p.editor_selection = Rgb(0xD6EBE7);
  p.scrim = Rgb(0x2A2621, 120);
  p.text = Rgb(0x22272D);
  p.body = Rgb(0x363D45);
  p.muted = Rgb(0x57606B);
  p.faint = Rgb(0x5B646E);
  p.accent = Rgb(0x0C6E66);
  p.on_accent = Rgb(0xFFFFFF);
  p.good = Rgb(0x266C37);
  p.warning = Rgb(0x855300);
  p.bad = Rgb(0xB3372C);
  p.info = Rgb(0x2563A8);
  p.syntax = {Rgb(0x262B31), Rgb(0x7A3EA8), Rgb(0x0B6E85), Rgb(0x9A5200), Rgb(0x3C7030),
              Rgb(0x59626D), Rgb(0x505A66), Rgb(0x2258A5), Rgb(0x96385A)};
  p.board = Rgb(0xFBFAF8);
  p.board_dot = Rgb(0xD9D5CD);
  p.board_edge = Rgb(0x5B6570);
  p.board_guide = Rgb(0xC2317F);
  p.tint = {{{Rgb(0xFFFFFF), Rgb(0xA9A296), Rgb(0x57606B)},
             {Rgb(0xECEAE6), Rgb(0x8A857C), Rgb(0x4B525B)},
             {Rgb(0xE0F2EE), Rgb(0x4E9C90), Rgb(0x0B5F58)},
             {Rgb(0xE3EEFB), Rgb(0x5E8FCB), Rgb(0x1E568F)},
             {Rgb(0xEDE8FB), Rgb(0x8A74CF), Rgb(0x5B3EA6)},
             {Rgb(0xFBE7F2), Rgb(0xC4709F), Rgb(0x8F2C66)},
             {Rgb(0xFCE8E5), Rgb(0xCF7266), Rgb(0x9B2F25)},
             {Rgb(0xFCEEDC), Rgb(0xC98F45), Rgb(0x7D4A00)},
             {Rgb(0xFFF6CF), Rgb(0xBBA02F), Rgb(0x685400)},
             {Rgb(0xE4F3E3), Rgb(0x68A566), Rgb(0x25602A)}}};
  return p;
}

// Black and white with bright marks: every text reads at 7:1, every outline at 3:1.
Palette HighContrastPalette() {
  Palette p{};
  p.background = Rgb(0x000000);
  p.panel = Rgb(0x000000);
  p.raised = Rgb(0x0F0F0F);
  p.hover = Rgb(0x1F2A33);
  p.border = Rgb(0x9AA4AE);
  p.accent_soft = Rgb(0x00302B);
  p.own_bubble = Rgb(0x002B26);
  p.editor = Rgb(0x000000);
  p.editor_line = Rgb(0x141414);
  p.editor_selection = Rgb(0x00334D);
  p.scrim = Rgb(0x000000, 200);
  p.text = Rgb(0xFFFFFF);
  p.body = Rgb(0xF4F4F4);
  p.muted = Rgb(0xD9DEE3);
  p.faint = Rgb(0xC4CBD2);
  p.accent = Rgb(0x5FF0D8);
  p.on_accent = Rgb(0x000000);
  p.good = Rgb(0x7CF59A);
  p.warning = Rgb(0xFFD24D);
  p.bad = Rgb(0xFFA59C);
  p.info = Rgb(0x9CD0FF);
  p.syntax = {Rgb(0xFFFFFF), Rgb(0xE9B6FF), Rgb(0x7FE6FF), Rgb(0xFFC48A), Rgb(0xB7F08F),
              Rgb(0xC4CBD2), Rgb(0xE0E4E8), Rgb(0xA6CEFF), Rgb(0xFFB8D0)};
  p.board = Rgb(0x000000);
  p.board_dot = Rgb(0x4A4F55);
  p.board_edge = Rgb(0xF4F4F4);
  p.board_guide = Rgb(0xFF8CD0);
  p.tint = {{{Rgb(0x0F0F0F), Rgb(0xFFFFFF), Rgb(0xF4F4F4)},
             {Rgb(0x262626), Rgb(0xD6D6D6), Rgb(0xF4F4F4)},
             {Rgb(0x002B26), Rgb(0x5FF0D8), Rgb(0x8FF7E5)},
             {Rgb(0x00213F), Rgb(0x7FB8FF), Rgb(0xB9DAFF)},
             {Rgb(0x1F1040), Rgb(0xB79BFF), Rgb(0xDACBFF)},
             {Rgb(0x35001F), Rgb(0xFF8CC6), Rgb(0xFFC2E1)},
             {Rgb(0x3A0500), Rgb(0xFF8A7D), Rgb(0xFFC4BD)},
             {Rgb(0x2E1800), Rgb(0xFFB05C), Rgb(0xFFD3A3)},
             {Rgb(0x2A2400), Rgb(0xFFE14D), Rgb(0xFFEF9E)},
             {Rgb(0x05290A), Rgb(0x7CF59A), Rgb(0xB5FBC6)}}};
  return p;
}

Palette PaletteOf(ThemeName name) {
  switch (name) {
    case ThemeName::kDark:
      return DarkPalette();
    case ThemeName::kLight:
      return LightPalette();
    case ThemeName::kHighContrast:
      return HighContrastPalette();
  }
  return DarkPalette();
}

Metrics MakeMetrics() {
  Metrics m{};
  m.hair = 1;
  m.line = 2;
  m.tiny = 4;
  m.small = 8;
  m.medium = 12;
  m.large = 18;
  m.huge = 28;
  m.radius_small = 4;
  m.radius_control = 7;
  m.radius_panel = 10;
  m.radius_bubble = 12;
  m.control_height = 34;
  m.control_padding = 14;
  m.small_control_height = 30;
  m.chip_height = 28;
  m.row_height = 32;
  m.field_padding = 10;
  m.icon = 14;
  m.tab_padding = 11;
  m.dot = 3.5f;
  m.scrollbar = 10;
  m.margin = 12;
  m.gap = 10;
  m.top_bar = 56;
  m.panel_header = 44;
  m.page_width = 1080;
  m.narrow_page_width = 760;
  m.form_label_width = 190;
  m.dialog_width = 460;
  m.wide_dialog_width = 640;
  m.toast_width = 380;
  m.menu_width = 220;
  m.card_width = 250;
  m.card_height = 104;
  m.statement_width = 372;
  m.conversation_width = 356;
  m.console_height = 272;
  m.side_min = 220;
  m.side_max = 560;
  m.console_min = 120;
  m.narrow_room = 1400;
  m.wide_share_left = 0.258f;
  m.wide_share_right = 0.245f;
  m.avatar = 36;
  m.timer_ring = 7.5f;
  m.break_ring = 86;
  m.message_min = 40;
  m.message_max = 150;
  m.code_label_width = 98;
  m.run_width = 88;
  m.submit_width = 100;
  m.narrow_console = 560;
  m.beside_width = 720;
  m.prose_leading = 1.34f;
  m.code_leading = 1.28f;
  m.board_palette_width = 196;
  m.board_toolbar = 42;
  m.board_status = 36;
  m.board_port = 5;
  m.board_handle = 8;
  m.board_reach = 7;
  m.board_stripe = 4;
  m.minimap_width = 168;
  m.minimap_height = 112;
  return m;
}

double Luminance(Color color) {
  const auto linear = [](Color channel) {
    const double v = (channel & 255) / 255.0;
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color >> IM_COL32_R_SHIFT) + 0.7152 * linear(color >> IM_COL32_G_SHIFT) +
         0.0722 * linear(color >> IM_COL32_B_SHIFT);
}

}  // namespace

Theme MakeTheme(ThemeName name) {
  Theme theme;
  theme.name = name;
  theme.color = PaletteOf(name);
  theme.size = MakeMetrics();
  return theme;
}

void ApplyToImGui(const Theme& theme) {
  const Metrics& m = theme.size;
  const Palette& p = theme.color;
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = ImVec2(m.medium, m.medium);
  style.ItemSpacing = ImVec2(m.small, m.small);
  style.ScrollbarSize = m.scrollbar;
  style.ScrollbarRounding = m.scrollbar / 2;
  style.ChildRounding = m.radius_panel;
  style.PopupRounding = m.radius_control;
  style.WindowRounding = m.radius_panel;
  style.WindowBorderSize = 0;
  style.WindowMinSize = ImVec2(m.hair, m.hair);
  style.ChildBorderSize = m.hair;
  style.PopupBorderSize = m.hair;
  const auto set = [&style](ImGuiCol slot, Color color) {
    style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(color);
  };
  set(ImGuiCol_Text, p.text);
  set(ImGuiCol_WindowBg, p.background);
  set(ImGuiCol_ChildBg, p.panel);
  set(ImGuiCol_PopupBg, p.raised);
  set(ImGuiCol_Border, p.border);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, p.border);
  set(ImGuiCol_ScrollbarGrabHovered, p.faint);
  set(ImGuiCol_ScrollbarGrabActive, p.faint);
  set(ImGuiCol_ModalWindowDimBg, p.scrim);
}

Color WithOpacity(Color color, float opacity) {
  const float alpha = static_cast<float>((color >> IM_COL32_A_SHIFT) & 255) * opacity;
  return (color & ~IM_COL32_A_MASK) | (static_cast<Color>(alpha + 0.5f) << IM_COL32_A_SHIFT);
}

double ContrastRatio(Color a, Color b) {
  const double first = Luminance(a), second = Luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace app
