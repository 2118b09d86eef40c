// Buttons, tabs, chips, combos and checkboxes.
#include "app/ui/widgets/controls.h"

#include <algorithm>

namespace app {
namespace {

// A place that can be pressed, as it stands in this frame.
struct Pressable {
  ImVec2 min{};
  ImVec2 max{};
  bool pressed = false;
  bool hovered = false;
  bool held = false;
};

// Whether Tab stops at a control.
enum class Stop { kYes, kNo };

Pressable Press(FrameContext& context, const char* label, ImVec2 size, bool enabled,
                Stop stop = Stop::kYes) {
  Pressable place;
  place.min = ImGui::GetCursorScreenPos();
  place.max = ImVec2(place.min.x + size.x, place.min.y + size.y);
  ImGui::BeginDisabled(!enabled);
  place.pressed = ImGui::InvisibleButton(label, size);
  place.hovered = ImGui::IsItemHovered();
  place.held = ImGui::IsItemActive();
  ImGui::EndDisabled();
  if (!enabled) return place;
  if (place.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (stop == Stop::kNo) return place;
  if (context.focus.Add(ImGui::GetItemID(), FocusRing::Kind::kPress, place.min, place.max,
                        context.theme)) {
    place.pressed = true;
  }
  return place;
}

void Record(FrameContext& context, std::string_view role, const char* label, const Pressable& place,
            bool enabled, bool on, std::string_view value = {}) {
  if (!context.tree.recording()) return;
  context.tree.Add({.role = std::string(role),
                    .label = std::string(VisibleLabel(label)),
                    .value = std::string(value),
                    .min = place.min,
                    .max = place.max,
                    .enabled = enabled,
                    .focused = context.focus.HasFocus(ImGui::GetID(label)),
                    .on = on});
}

Color ButtonGround(const Palette& color, ButtonStyle style, const Pressable& place) {
  const bool lit = place.hovered;
  switch (style) {
    case ButtonStyle::kPlain:
      return place.held ? color.border : lit ? color.hover : color.raised;
    case ButtonStyle::kPrimary:
      return lit ? WithOpacity(color.accent, place.held ? 0.8f : 0.9f) : color.accent;
    case ButtonStyle::kQuiet:
    case ButtonStyle::kDanger:
      return lit ? color.raised : 0;
  }
  return 0;
}

Color ButtonInk(const Palette& color, const ButtonOptions& options) {
  if (!options.enabled) return color.faint;
  switch (options.style) {
    case ButtonStyle::kPlain:
      return color.text;
    case ButtonStyle::kPrimary:
      return color.on_accent;
    case ButtonStyle::kQuiet:
      return color.muted;
    case ButtonStyle::kDanger:
      return color.bad;
  }
  return color.text;
}

}  // namespace

void DrawTooltip(const FrameContext& context, ImVec2 min, ImVec2 max, std::string_view text) {
  const Font& font = context.theme.font.small;
  const float gap = context.theme.size.tiny;
  const ImVec2 size = TextSize(font, text), padding = ImGui::GetStyle().WindowPadding;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float width = size.x + 2 * padding.x, height = size.y + 2 * padding.y;
  const bool below = max.y + gap + height <= display.y;
  ImGui::SetNextWindowPos(ImVec2(std::max(0.0f, std::min(min.x, display.x - width)),
                                 below ? max.y + gap : min.y - gap - height));
  ImGui::BeginTooltip();
  DrawText(context.theme, ImGui::GetWindowDrawList(), font, ImGui::GetCursorScreenPos(),
           context.theme.color.text, text);
  ImGui::Dummy(size);
  ImGui::EndTooltip();
}

void DrawPointerNote(const FrameContext& context, std::string_view text) {
  const Theme& theme = context.theme;
  const Font& font = theme.font.small;
  const float width = std::min(theme.size.dialog_width, ImGui::GetIO().DisplaySize.x / 2);
  ImGui::BeginTooltip();
  const float height = DrawWrapped(theme, ImGui::GetWindowDrawList(), font,
                                   ImGui::GetCursorScreenPos(), width, theme.color.text, text);
  ImGui::Dummy(ImVec2(std::min(width, TextSize(font, text).x), height));
  ImGui::EndTooltip();
}

ImVec2 ButtonSize(const FrameContext& context, const char* label, const ButtonOptions& options) {
  const Metrics& m = context.theme.size;
  ImVec2 size = options.size;
  if (size.y <= 0) size.y = m.control_height;
  if (size.x <= 0) {
    const float icon = options.icon == Icon::kNone ? 0 : m.icon;
    const float text =
        options.icon_only ? 0 : TextSize(context.theme.font.medium, VisibleLabel(label)).x;
    size.x = 2 * m.control_padding + icon + text + (icon > 0 && text > 0 ? m.small : 0);
    if (options.icon_only) size.x = size.y + m.tiny;
  }
  return size;
}

bool DrawButton(FrameContext& context, const char* label, const ButtonOptions& options) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const Pressable place =
      Press(context, label, ButtonSize(context, label, options), options.enabled);
  ImDrawList* list = ImGui::GetWindowDrawList();
  Color ground = ButtonGround(theme.color, options.style, place);
  if (!options.enabled) ground = options.style == ButtonStyle::kQuiet ? 0 : theme.color.raised;
  if (ground != 0) list->AddRectFilled(place.min, place.max, ground, m.radius_control);
  if (options.style == ButtonStyle::kPlain || options.style == ButtonStyle::kDanger ||
      !options.enabled) {
    if (options.style != ButtonStyle::kQuiet) {
      StrokeRect(list, place.min, place.max, theme.color.border, m.radius_control, m.hair);
    }
  }
  const Color ink = ButtonInk(theme.color, options);
  const std::string_view shown = options.icon_only ? std::string_view() : VisibleLabel(label);
  const ImVec2 text = TextSize(theme.font.medium, shown);
  const float icon = options.icon == Icon::kNone ? 0 : m.icon;
  const float gap = icon > 0 && !shown.empty() ? m.small : 0;
  float x = (place.min.x + place.max.x - text.x - icon - gap) / 2;
  const float middle = (place.min.y + place.max.y) / 2;
  if (icon > 0) {
    DrawIcon(list, options.icon, ImVec2(x + icon / 2, middle), icon, ink);
    x += icon + gap;
  }
  DrawText(theme, list, theme.font.medium, ImVec2(x, middle - text.y / 2), ink, shown);
  if (place.hovered) {
    std::string line(options.icon_only ? VisibleLabel(label) : std::string_view());
    std::string key = context.KeyText(options.action);
    if (key.empty()) key = options.shortcut;
    if (!key.empty()) {
      line += (line.empty() ? "" : "   ") + key;
    }
    if (!line.empty()) DrawTooltip(context, place.min, place.max, line);
  }
  Record(context, "button", label, place, options.enabled, false);
  return place.pressed && options.enabled;
}

bool DrawTabs(FrameContext& context, std::span<const std::string> labels, float height,
              int* chosen) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  bool pressed = false;
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const std::string& label = labels[static_cast<std::size_t>(i)];
    const ImVec2 text = TextSize(theme.font.medium, VisibleLabel(label));
    if (i > 0) ImGui::SameLine(0, 0);
    const Pressable place =
        Press(context, label.c_str(), ImVec2(text.x + 2 * m.tab_padding, height), true);
    if (place.pressed) {
      *chosen = i;
      pressed = true;
    }
    const bool on = *chosen == i;
    ImDrawList* list = ImGui::GetWindowDrawList();
    DrawText(theme, list, theme.font.medium,
             ImVec2(place.min.x + m.tab_padding, place.min.y + (height - text.y) / 2),
             on || place.hovered ? theme.color.text : theme.color.muted, VisibleLabel(label));
    if (on) {
      list->AddRectFilled(ImVec2(place.min.x + m.tab_padding, place.max.y - m.line),
                          ImVec2(place.max.x - m.tab_padding, place.max.y), theme.color.accent,
                          m.hair);
    }
    Record(context, "tab", label.c_str(), place, true, on);
  }
  return pressed;
}

float ChipWidth(const FrameContext& context, const char* label, const ChipOptions& options) {
  const Metrics& m = context.theme.size;
  const float mark = options.mark == Icon::kNone ? 2 * m.dot : m.medium;
  const float dot = options.dot != 0 ? mark + m.small : 0;
  return TextSize(context.theme.font.small, VisibleLabel(label)).x + dot + 2 * m.field_padding;
}

bool DrawChip(FrameContext& context, const char* label, const ChipOptions& options) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 size(ChipWidth(context, label, options), m.chip_height);
  const Pressable place = Press(context, label, size, options.enabled);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool lit = options.chosen || (place.hovered && options.enabled);
  DrawBox(theme, list, place.min, place.max, lit ? theme.color.raised : theme.color.panel,
          options.chosen ? theme.color.faint : theme.color.border, m.radius_control);
  float x = place.min.x + m.field_padding;
  const float middle = (place.min.y + place.max.y) / 2;
  if (options.dot != 0 && options.mark != Icon::kNone) {
    DrawIcon(list, options.mark, ImVec2(x + m.medium / 2, middle), m.medium, options.dot);
    x += m.medium + m.small;
  } else if (options.dot != 0) {
    list->AddCircleFilled(ImVec2(x + m.dot, middle), m.dot, options.dot);
    x += 2 * m.dot + m.small;
  }
  const std::string_view text = VisibleLabel(label);
  DrawText(theme, list, theme.font.small,
           ImVec2(x, middle - TextSize(theme.font.small, text).y / 2),
           lit ? theme.color.text : theme.color.muted, text);
  Record(context, "chip", label, place, options.enabled, options.chosen, options.value);
  return place.pressed && options.enabled;
}

void WrapNext(const FrameContext& context, float width) {
  const float right = ImGui::GetItemRectMax().x + context.theme.size.small + width;
  const float limit = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  if (right <= limit) ImGui::SameLine(0, context.theme.size.small);
}

bool DrawCheckbox(FrameContext& context, const char* label, bool* value) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::string_view text = VisibleLabel(label);
  const ImVec2 text_size = TextSize(theme.font.ui, text);
  const Pressable place =
      Press(context, label, ImVec2(m.large + m.small + text_size.x, m.small_control_height), true);
  if (place.pressed) *value = !*value;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = (place.min.y + place.max.y) / 2;
  const ImVec2 min(place.min.x, middle - m.large / 2);
  const ImVec2 max(place.min.x + m.large, middle + m.large / 2);
  DrawBox(theme, list, min, max, *value ? theme.color.accent : theme.color.editor,
          *value ? theme.color.accent : theme.color.faint, m.radius_small);
  if (*value) {
    DrawIcon(list, Icon::kCheck, ImVec2((min.x + max.x) / 2, middle), m.medium,
             theme.color.on_accent);
  }
  DrawText(theme, list, theme.font.ui, ImVec2(max.x + m.small, middle - text_size.y / 2),
           theme.color.text, text);
  Record(context, "checkbox", label, place, true, *value);
  return place.pressed;
}

bool DrawCombo(FrameContext& context, const char* label, std::span<const std::string> choices,
               float width, int* chosen) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::string none;
  const bool known = *chosen >= 0 && *chosen < static_cast<int>(choices.size());
  const std::string& shown = known ? choices[static_cast<std::size_t>(*chosen)] : none;
  const std::string popup = std::string(label) + "##menu";
  const Pressable place = Press(context, label, ImVec2(width, m.control_height), !choices.empty());
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool open = ImGui::IsPopupOpen(popup.c_str());
  DrawBox(theme, list, place.min, place.max, place.hovered ? theme.color.hover : theme.color.raised,
          open ? theme.color.accent : theme.color.border, m.radius_control);
  const float middle = (place.min.y + place.max.y) / 2;
  const std::string fitting =
      Shortened(theme.font.ui, VisibleLabel(shown), width - 3 * m.medium - m.icon);
  DrawText(theme, list, theme.font.ui,
           ImVec2(place.min.x + m.medium, middle - theme.font.ui.px / 2), theme.color.text,
           fitting);
  DrawIcon(list, Icon::kChevron, ImVec2(place.max.x - m.medium - m.icon / 2, middle), m.medium,
           theme.color.muted);
  Record(context, "combo", label, place, !choices.empty(), false, VisibleLabel(shown));
  if (place.pressed) ImGui::OpenPopup(popup.c_str());

  bool changed = false;
  // Below, or above where there is more room for all the choices.
  const float wanted = static_cast<float>(choices.size()) * m.small_control_height + 2 * m.tiny;
  const float below = ImGui::GetIO().DisplaySize.y - place.max.y - 2 * m.tiny;
  const float above = place.min.y - 2 * m.tiny;
  const bool up = below < std::min(wanted, m.statement_width) && above > below;
  ImGui::SetNextWindowPos(ImVec2(place.min.x, up ? place.min.y - m.tiny : place.max.y + m.tiny),
                          ImGuiCond_Always, ImVec2(0, up ? 1.0f : 0.0f));
  ImGui::SetNextWindowSizeConstraints(
      ImVec2(0, 0), ImVec2(m.page_width, std::min(m.statement_width, up ? above : below)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(m.tiny, m.tiny));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  if (ImGui::BeginPopup(popup.c_str(), ImGuiWindowFlags_NoNav)) {
    context.focus.BeginLayer();
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
      const std::string& choice = choices[static_cast<std::size_t>(i)];
      const float row_width = std::max(
          width - 2 * m.tiny, TextSize(theme.font.ui, VisibleLabel(choice)).x + 2 * m.medium);
      const Pressable row =
          Press(context, choice.c_str(), ImVec2(row_width, m.small_control_height), true);
      ImDrawList* menu = ImGui::GetWindowDrawList();
      const bool on = i == *chosen;
      if (row.hovered || on) {
        menu->AddRectFilled(row.min, row.max,
                            row.hovered ? theme.color.hover : theme.color.accent_soft,
                            m.radius_small);
      }
      DrawText(theme, menu, theme.font.ui,
               ImVec2(row.min.x + m.small, (row.min.y + row.max.y - theme.font.ui.px) / 2),
               theme.color.text, VisibleLabel(choice));
      Record(context, "option", choice.c_str(), row, true, on);
      if (row.pressed) {
        changed = i != *chosen;
        *chosen = i;
        ImGui::CloseCurrentPopup();
      }
    }
    if (KeyPressed(Key::kEscape, false)) ImGui::CloseCurrentPopup();
    context.focus.EndLayer();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  return changed;
}

bool DrawSegments(FrameContext& context, const char* label, std::span<const std::string> choices,
                  int* chosen) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  float width = 0;
  for (const std::string& choice : choices) {
    width += TextSize(theme.font.medium, VisibleLabel(choice)).x + 2 * m.control_padding;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawBox(theme, list, start, ImVec2(start.x + width, start.y + m.control_height),
          theme.color.editor, theme.color.border, m.radius_control);
  bool changed = false;
  ImGui::PushID(label);
  context.tree.Open("group", label, start, ImVec2(start.x + width, start.y + m.control_height));
  for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
    const std::string& choice = choices[static_cast<std::size_t>(i)];
    if (i > 0) ImGui::SameLine(0, 0);
    const float segment =
        TextSize(theme.font.medium, VisibleLabel(choice)).x + 2 * m.control_padding;
    const Pressable place = Press(context, choice.c_str(), ImVec2(segment, m.control_height), true);
    if (place.pressed && *chosen != i) {
      *chosen = i;
      changed = true;
    }
    const bool on = *chosen == i;
    if (on || place.hovered) {
      const ImVec2 min(place.min.x + m.line, place.min.y + m.line);
      const ImVec2 max(place.max.x - m.line, place.max.y - m.line);
      list->AddRectFilled(min, max, on ? theme.color.accent_soft : theme.color.hover,
                          m.radius_control - m.line);
      if (on) StrokeRect(list, min, max, theme.color.accent, m.radius_control - m.line, m.hair);
    }
    DrawCentered(theme, list, theme.font.medium, place.min, place.max,
                 on ? theme.color.text : theme.color.muted, VisibleLabel(choice));
    Record(context, "option", choice.c_str(), place, true, on);
  }
  context.tree.Close();
  ImGui::PopID();
  return changed;
}

float RowHeight(const FrameContext& context, const RowOptions& options) {
  const Theme& theme = context.theme;
  return theme.size.row_height +
         (options.caption.empty() ? 0 : theme.font.small.px + theme.size.small);
}

bool DrawRow(FrameContext& context, const char* label, float width, const RowOptions& options) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const float height = RowHeight(context, options);
  const Pressable place = Press(context, label, ImVec2(width, height), true,
                                options.focusable ? Stop::kYes : Stop::kNo);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (options.chosen || place.hovered) {
    list->AddRectFilled(place.min, place.max,
                        options.chosen ? theme.color.accent_soft : theme.color.raised,
                        m.radius_control);
  }
  const float trailing = TextSize(theme.font.small, options.trailing).x;
  const float room = width - 2 * m.medium - (options.trailing.empty() ? 0 : trailing + m.medium);
  const float block =
      theme.font.ui.px + (options.caption.empty() ? 0 : theme.font.small.px + m.tiny);
  ImVec2 at(place.min.x + m.medium, (place.min.y + place.max.y - block) / 2);
  DrawText(theme, list, theme.font.ui, at, theme.color.text,
           Shortened(theme.font.ui, VisibleLabel(label), room));
  at.y += theme.font.ui.px + m.tiny;
  if (!options.caption.empty()) {
    DrawText(theme, list, theme.font.small, at, theme.color.muted,
             Shortened(theme.font.small, options.caption, room));
  }
  DrawText(theme, list, theme.font.small,
           ImVec2(place.max.x - m.medium - trailing,
                  (place.min.y + place.max.y - theme.font.small.px) / 2),
           theme.color.muted, options.trailing);
  Record(context, "row", label, place, true, options.chosen, options.trailing);
  return place.pressed;
}

bool MoveChoice(int count, int page, int* chosen) {
  int step = 0;
  if (KeyPressed(Key::kDown)) step = 1;
  if (KeyPressed(Key::kUp)) step = -1;
  if (KeyPressed(Key::kPageDown)) step = page;
  if (KeyPressed(Key::kPageUp)) step = -page;
  const int before = *chosen;
  *chosen = std::clamp(*chosen + step, 0, std::max(0, count - 1));
  return step != 0 && *chosen != before;
}

bool DrawCard(FrameContext& context, const char* label, std::string_view caption, ImVec2 size,
              bool chosen) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const Pressable place = Press(context, label, size, true);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawBox(theme, list, place.min, place.max,
          chosen          ? theme.color.accent_soft
          : place.hovered ? theme.color.raised
                          : theme.color.panel,
          chosen || place.hovered ? theme.color.accent : theme.color.border, m.radius_panel);
  list->PushClipRect(place.min, place.max, true);
  const ImVec2 at(place.min.x + m.control_padding, place.min.y + m.medium);
  const float width = size.x - 2 * m.control_padding;
  DrawText(theme, list, theme.font.subheading, at, theme.color.text,
           Shortened(theme.font.subheading, VisibleLabel(label), width));
  DrawWrapped(theme, list, theme.font.small, ImVec2(at.x, at.y + theme.font.subheading.px + m.tiny),
              width, theme.color.muted, caption);
  list->PopClipRect();
  Record(context, "button", label, place, true, chosen, caption);
  return place.pressed;
}

}  // namespace app
