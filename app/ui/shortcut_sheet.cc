// The list of keys.
#include "app/ui/shortcut_sheet.h"

#include <array>
#include <string>

#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/fuzzy_match.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

constexpr char kDialog[] = "Keyboard shortcuts";
constexpr float kShareOfDisplay = 0.62f;

// What the widgets understand by themselves.
struct WidgetKey {
  std::string_view title;
  std::string_view keys;
};
constexpr auto kWidgetKeys =
    std::to_array<WidgetKey>({{"Next control, previous control", "Tab, Shift+Tab"},
                              {"Press what has the focus", "Enter, Space"},
                              {"Close a menu or a dialog", "Esc"},
                              {"Undo, redo", "Ctrl+Z, Ctrl+Y"},
                              {"Copy, cut, paste", "Ctrl+C, Ctrl+X, Ctrl+V"},
                              {"Select all", "Ctrl+A"},
                              {"By words", "Ctrl+Left, Ctrl+Right"},
                              {"Comment a line of code in or out", "Ctrl+/"},
                              {"Replay: play or stop", "Space"},
                              {"Replay: 5 seconds back, on", "Left, Right"},
                              {"Replay: 30 seconds back, on", "Shift+Left, Shift+Right"},
                              {"Replay: previous, next marker", "[, ]"},
                              {"Replay: faster, slower", "+, -"},
                              {"Replay: beginning, end", "Home, End"},
                              {"Replay: list of markers, pin a note", "J, N"}});

bool Fits(const std::string& query, std::string_view title, std::string_view keys) {
  return FuzzyMatch(query, title) || FuzzyMatch(query, keys);
}

void DrawKey(FrameContext& context, std::string_view title, std::string_view key) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x - m.medium;
  const float width = TextSize(theme.font.small_medium, key).x + 2 * m.small;
  const float height = m.row_height;
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawText(theme, list, theme.font.ui, ImVec2(at.x, at.y + (height - theme.font.ui.px) / 2),
           theme.color.body, Shortened(theme.font.ui, title, right - width - m.medium - at.x));
  const ImVec2 min(right - width, at.y + m.tiny), max(right, at.y + height - m.tiny);
  DrawBox(theme, list, min, max, theme.color.raised, theme.color.border, m.radius_small);
  DrawCentered(theme, list, theme.font.small_medium, min, max, theme.color.text, key);
  ImGui::Dummy(ImVec2(right - at.x, height));
  context.tree.Add({.role = "shortcut",
                    .label = std::string(title),
                    .value = std::string(key),
                    .min = at,
                    .max = ImVec2(right, at.y + height)});
}

// True when something was drawn.
bool DrawGroup(FrameContext& context, const KeyMap& keys, ActionGroup group,
               const std::string& query) {
  bool any = false;
  for (const Action& action : Actions()) {
    const std::string key = keys.Text(action.id);
    if (action.group != group || key.empty() || !Fits(query, action.title, key)) continue;
    if (!any) Heading(context, TitleOf(group));
    any = true;
    DrawKey(context, action.title, key);
  }
  return any;
}

bool DrawWidgetKeys(FrameContext& context, const std::string& query) {
  bool any = false;
  for (const WidgetKey& key : kWidgetKeys) {
    if (!Fits(query, key.title, key.keys)) continue;
    if (!any) Heading(context, "While typing and choosing");
    any = true;
    DrawKey(context, key.title, key.keys);
  }
  return any;
}

}  // namespace

void DrawShortcutSheet(FrameContext& context, const KeyMap& keys, SheetState* state) {
  const Metrics& m = context.theme.size;
  const bool appears = state->open && !state->shown;
  if (appears) {
    state->query.text.SetText("");
    ImGui::OpenPopup(kDialog);
  }
  state->shown = state->open = BeginDialog(context, kDialog, m.wide_dialog_width);
  if (!state->open) return;
  context.focus.BeginPanel("Shortcuts");
  const float width = ImGui::GetContentRegionAvail().x;
  DrawTextBox(context, "Search shortcuts", ImVec2(width, m.control_height), &state->query,
              {.mode = TextBoxOptions::Mode::kLine, .placeholder = "Search"});
  if (appears) context.focus.Focus(TextBoxId("Search shortcuts"));
  const std::string query = state->query.text.Text();
  const float height = ImGui::GetIO().DisplaySize.y * kShareOfDisplay;
  BeginScroll(context, "keys", ImVec2(width, height), ImVec2(0, 0));
  if (KeyPressed(Key::kDown)) ImGui::SetScrollY(ImGui::GetScrollY() + m.row_height);
  if (KeyPressed(Key::kUp)) ImGui::SetScrollY(ImGui::GetScrollY() - m.row_height);
  if (KeyPressed(Key::kPageDown)) ImGui::SetScrollY(ImGui::GetScrollY() + height);
  if (KeyPressed(Key::kPageUp)) ImGui::SetScrollY(ImGui::GetScrollY() - height);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, m.hair));
  bool any = false;
  for (const ActionGroup group :
       {ActionGroup::kRoom, ActionGroup::kGeneral, ActionGroup::kPlaces, ActionGroup::kLook}) {
    any |= DrawGroup(context, keys, group, query);
  }
  any |= DrawWidgetKeys(context, query);
  if (!any) {
    Gap(m.medium);
    Text(context, context.theme.font.ui, context.theme.color.muted, "No key is called like that.");
  }
  ImGui::PopStyleVar();
  EndScroll();
  Gap(m.small);
  Paragraph(context, context.theme.font.small, context.theme.color.muted,
            "Keys can be changed in the settings, under Keys.");
  if (DrawButton(context, "Close")) ImGui::CloseCurrentPopup();
  context.focus.EndPanel();
  EndDialog(context);
}

}  // namespace app
