// The palette drawer.
#include "app/ui/panels/whiteboard_palette.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "app/ui/format.h"
#include "app/ui/widgets/layout.h"
#include "app/ui/widgets/whiteboard_acts.h"

namespace app {
namespace {

using interview::Catalogue;
using interview::PaletteEntry;

constexpr char kSearch[] = "Find a part";
constexpr float kDragAfter = 5;

struct GroupLook {
  std::string_view group;
  BoardTint tint;
  Icon icon;
};
constexpr std::array kGroups = {GroupLook{"edge", BoardTint::kGrey, Icon::kGlobe},
                                GroupLook{"data in", BoardTint::kBlue, Icon::kStream},
                                GroupLook{"features", BoardTint::kTeal, Icon::kTable},
                                GroupLook{"labels", BoardTint::kYellow, Icon::kTag},
                                GroupLook{"retrieval", BoardTint::kViolet, Icon::kSearch},
                                GroupLook{"models", BoardTint::kPink, Icon::kLayers},
                                GroupLook{"decision", BoardTint::kOrange, Icon::kFork},
                                GroupLook{"learn", BoardTint::kGreen, Icon::kCycle},
                                GroupLook{"run", BoardTint::kRed, Icon::kGauge},
                                GroupLook{"llm app", BoardTint::kViolet, Icon::kChat}};

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

// How well a part answers the search: 0 not at all, larger is better.
int Match(const PaletteEntry& part, const std::string& wanted) {
  if (wanted.empty()) return 1;
  const std::string name = Lower(part.name);
  if (name.starts_with(wanted)) return 3;
  if (name.find(wanted) != std::string::npos || part.id.find(wanted) != std::string::npos) return 2;
  const bool alias = std::any_of(part.aliases.begin(), part.aliases.end(), [&](const auto& a) {
    return Lower(a).find(wanted) != std::string::npos;
  });
  return alias ? 1 : 0;
}

// Adds what the box asks for: the best part, else a free box of that name.
void AddFound(const Catalogue& catalogue, BoardState* state) {
  const std::string typed = state->search.text.Text();
  const std::string wanted = Lower(typed);
  if (wanted.empty()) return;
  const PaletteEntry* best = nullptr;
  for (const PaletteEntry& part : catalogue.palette) {
    if (Match(part, wanted) > (best == nullptr ? 0 : Match(*best, wanted))) best = &part;
  }
  BoardDocument& document = state->canvas.document;
  document.BeginGesture();
  const std::string id = AddPartInView(&state->canvas, best != nullptr ? best->id : "");
  if (best == nullptr) document.SetLabel(id, typed);
  document.EndGesture();
  state->search.text.SetText("");
}

bool DrawRow(FrameContext& context, const PaletteEntry& part, const PartLook& look, float width,
             BoardState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const std::string label = "Add " + part.name;
  const ImVec2 min = ImGui::GetCursorScreenPos();
  const ImVec2 max(min.x + width, min.y + m.chip_height);
  bool pressed = ImGui::InvisibleButton(label.c_str(), ImVec2(width, m.chip_height));
  const ImGuiID id = ImGui::GetItemID();
  const bool hovered = ImGui::IsItemHovered();
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, kDragAfter)) {
    state->canvas.carried_part = part.id;
  }
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  pressed |= context.focus.Add(id, FocusRing::Kind::kPress, min, max, theme);
  if (!ImGui::IsRectVisible(min, max)) return pressed;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (hovered) list->AddRectFilled(min, max, theme.color.hover, m.radius_small);
  const TintColors& tint = theme.color.tint[static_cast<std::size_t>(look.tint)];
  const float middle = (min.y + max.y) / 2, chip = m.large + m.tiny;
  const ImVec2 corner(min.x + m.tiny, middle - chip / 2);
  DrawBox(theme, list, corner, ImVec2(corner.x + chip, corner.y + chip), tint.ground, tint.line,
          m.radius_small);
  DrawIcon(list, look.icon, ImVec2(corner.x + chip / 2, middle), m.icon, tint.ink);
  const float x = corner.x + chip + m.small;
  DrawText(theme, list, theme.font.small, ImVec2(x, middle - theme.font.small.px / 2),
           hovered ? theme.color.text : theme.color.body,
           Shortened(theme.font.small, part.name, max.x - x));
  context.tree.Add({.role = "button",
                    .label = label,
                    .min = min,
                    .max = max,
                    .focused = context.focus.HasFocus(id)});
  return pressed;
}

}  // namespace

PartLooks LooksOf(const Catalogue& catalogue) {
  PartLooks looks;
  for (const PaletteEntry& part : catalogue.palette) {
    const auto group = std::find_if(kGroups.begin(), kGroups.end(),
                                    [&](const GroupLook& g) { return g.group == part.group; });
    PartLook& look = looks[part.id];
    look.name = part.name;
    if (group != kGroups.end()) {
      look.tint = group->tint;
      look.icon = group->icon;
    } else {
      look.icon = Icon::kParts;
    }
  }
  return looks;
}

void OpenPalette(BoardState* state) {
  state->palette_open = true;
  state->search_wanted = true;
}

void DrawPalette(FrameContext& context, const Catalogue& catalogue, BoardState* state,
                 ImVec2 size) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  BeginChildWindow("palette", size, ChildFrame::kNone,
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoScrollbar);
  ImGui::SetCursorPos(ImVec2(m.small, m.small));
  if (state->search_wanted) context.focus.Focus(TextBoxId(kSearch));
  state->search_wanted = false;
  const TextBoxResult search =
      DrawTextBox(context, kSearch, ImVec2(size.x - 2 * m.small, m.control_height), &state->search,
                  {.mode = TextBoxOptions::Mode::kLine, .placeholder = "Find a part…"});
  if (search.submitted) AddFound(catalogue, state);
  if (search.focused && KeyPressed(Key::kEscape, false)) state->canvas.focus_wanted = true;
  const float top = m.control_height + 2 * m.small;
  ImGui::SetCursorPos(ImVec2(0, top));
  BeginScroll(context, "parts", ImVec2(size.x, size.y - top), ImVec2(m.small, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, m.line));
  const float width = size.x - 2 * m.small - m.scrollbar;
  const std::string wanted = Lower(state->search.text.Text());
  std::string_view group;
  bool any = false;
  for (const PaletteEntry& part : catalogue.palette) {
    if (Match(part, wanted) == 0) continue;
    any = true;
    if (part.group != group) {
      group = part.group;
      Gap(m.tiny);
      std::string title = FormatName(part.group);
      if (!title.empty()) title[0] = static_cast<char>(std::toupper(title[0]));
      Text(context, theme.font.small_medium, theme.color.muted, title);
    }
    if (DrawRow(context, part, state->looks[part.id], width, state)) {
      AddPartInView(&state->canvas, part.id);
      state->canvas.focus_wanted = true;
    }
  }
  if (!any) {
    Paragraph(context, theme.font.small, theme.color.muted,
              "No part of the list is called so. Enter adds a free box of this name.", width);
  }
  ImGui::PopStyleVar();
  EndScroll();
  ImGui::EndChild();
}

}  // namespace app
