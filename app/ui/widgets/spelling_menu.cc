// Suggestions in a popup.
#include "app/ui/widgets/spelling_menu.h"

#include <algorithm>

#include "app/ui/draw.h"

namespace app {
namespace {

using EditKind = TextBuffer::EditKind;

// A row of the menu; `key` stands at its right end.
bool DrawItem(FrameContext& context, const std::string& label, const std::string& key, float width,
              bool emphasised) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 min = ImGui::GetCursorScreenPos();
  const ImVec2 max(min.x + width, min.y + m.small_control_height);
  bool pressed = ImGui::InvisibleButton(label.c_str(), ImVec2(width, m.small_control_height));
  const ImGuiID id = ImGui::GetItemID();
  const bool hovered = ImGui::IsItemHovered();
  pressed |= context.focus.Add(id, FocusRing::Kind::kPress, min, max, theme);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (hovered || context.focus.HasFocus(id)) {
    list->AddRectFilled(min, max, theme.color.hover, m.radius_small);
  }
  const Font& font = emphasised ? theme.font.medium : theme.font.ui;
  const float y = (min.y + max.y - font.px) / 2;
  DrawText(theme, list, font, ImVec2(min.x + m.small, y), theme.color.text, label);
  DrawText(theme, list, theme.font.small,
           ImVec2(max.x - m.small - TextSize(theme.font.small, key).x, y), theme.color.muted, key);
  context.tree.Add({.role = "menuitem",
                    .label = label,
                    .value = key,
                    .min = min,
                    .max = max,
                    .focused = context.focus.HasFocus(id)});
  return pressed;
}

struct Menu {
  FrameContext& context;
  SpellingMenuState& state;
  TextBuffer& text;
  float width;
  bool changed = false;
  bool done = false;

  void Replace(const std::string& word) {
    text.Replace(state.place.begin(), state.place.end(), word);
    changed = done = true;
  }

  void DrawSuggestions(const Suggestions& suggestions) {
    using State = Pending<std::vector<std::string>>::State;
    static constexpr Key kDigits[] = {Key::k1, Key::k2, Key::k3, Key::k4, Key::k5, Key::k6};
    const bool ready = suggestions.words != nullptr && *suggestions.of == state.word &&
                       suggestions.words->state == State::kReady;
    const Theme& theme = context.theme;
    const auto remark = [&](std::string_view words) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      DrawText(theme, ImGui::GetWindowDrawList(), theme.font.small,
               ImVec2(at.x + theme.size.small, at.y + theme.size.tiny), theme.color.muted, words);
      ImGui::Dummy(ImVec2(width, theme.size.small_control_height));
    };
    if (!ready) {
      remark("Looking for words like it…");
    } else if (suggestions.words->value->empty()) {
      remark("No word is like it.");
    } else {
      for (std::size_t i = 0; i < suggestions.words->value->size(); ++i) {
        const std::string& word = (*suggestions.words->value)[i];
        const bool by_digit = i < std::size(kDigits) && KeyPressed(kDigits[i], false);
        if (DrawItem(context, word, std::to_string(i + 1), width, true) || by_digit) Replace(word);
      }
    }
    if (DrawItem(context, "Add to my words", "A", width, false) || KeyPressed(Key::kA, false)) {
      context.Emit(command::LearnWord{state.word});
      done = true;
    }
  }

  void DrawClipboard() {
    const bool selected = text.HasSelection();
    if (selected && DrawItem(context, "Cut", "Ctrl+X", width, false)) {
      ImGui::SetClipboardText(text.SelectedText().c_str());
      text.EraseRight();
      changed = done = true;
    }
    if (selected && DrawItem(context, "Copy", "Ctrl+C", width, false)) {
      ImGui::SetClipboardText(text.SelectedText().c_str());
      done = true;
    }
    if (DrawItem(context, "Select all", "Ctrl+A", width, false)) {
      text.SelectAll();
      done = true;
    }
  }
};

}  // namespace

bool DrawSpellingMenu(FrameContext& context, const char* id, const Suggestions& suggestions,
                      SpellingMenuState* state, TextBuffer* text) {
  const Metrics& m = context.theme.size;
  if (state->wanted) {
    state->wanted = false;
    state->open = true;
    if (!state->word.empty()) context.Emit(command::SuggestSpelling{state->word});
    ImGui::OpenPopup(id);
  }
  if (!state->open) return false;
  ImGui::SetNextWindowPos(state->at);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(m.tiny, m.tiny));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  Menu menu{context, *state, *text, m.menu_width};
  const bool shown = ImGui::BeginPopup(id, ImGuiWindowFlags_NoNav);
  if (shown) {
    context.focus.BeginLayer();
    const ImVec2 min = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    context.tree.Open("menu", state->word.empty() ? "Edit" : "Spelling of " + state->word, min,
                      ImVec2(min.x + size.x, min.y + size.y));
    if (!state->word.empty()) menu.DrawSuggestions(suggestions);
    menu.DrawClipboard();
    if (KeyPressed(Key::kDown)) context.focus.MoveOn(1);
    if (KeyPressed(Key::kUp)) context.focus.MoveOn(-1);
    if (KeyPressed(Key::kEscape, false)) menu.done = true;
    if (menu.done) ImGui::CloseCurrentPopup();
    context.tree.Close();
    context.focus.EndLayer();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  if (!shown || menu.done) state->open = false;
  return menu.changed;
}

}  // namespace app
