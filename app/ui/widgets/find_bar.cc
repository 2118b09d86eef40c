// Searching as one types, and the bar's rows.
#include "app/ui/widgets/find_bar.h"

#include <algorithm>
#include <charconv>

#include "app/ui/draw.h"
#include "app/ui/widgets/controls.h"
#include "app/ui/widgets/layout.h"

namespace app {
namespace {

using Mode = FindBarState::Mode;

constexpr const char* kFindBox = "Find";
constexpr const char* kReplaceBox = "Replace with";
constexpr const char* kLineBox = "Line";

const char* FirstBox(Mode mode) { return mode == Mode::kGoToLine ? kLineBox : kFindBox; }

void Select(const TextSelection& match, CodeEditorState* editor) {
  editor->text.SetSelections({{.caret = match.end(), .anchor = match.begin()}}, 0);
  editor->Center();
}

int MatchSelected(const FindBarState& state, const TextBuffer& text) {
  const auto at = std::lower_bound(
      state.matches.begin(), state.matches.end(), text.selection_begin(),
      [](const TextSelection& match, TextPosition p) { return match.begin() < p; });
  const bool selected = at != state.matches.end() && at->begin() == text.selection_begin() &&
                        at->end() == text.selection_end();
  return selected ? static_cast<int>(at - state.matches.begin()) : -1;
}

std::string CountOf(const FindBarState& state) {
  if (!state.problem.empty()) return state.problem;
  if (state.pattern.text.empty()) return "";
  if (state.matches.empty()) return "No match";
  if (state.current < 0) return std::to_string(state.matches.size()) + " found";
  return std::to_string(state.current + 1) + " of " + std::to_string(state.matches.size());
}

// The first match at or behind where the search began, as the pattern is typed.
void PreviewMatch(FindBarState* state, CodeEditorState* editor) {
  if (state->matches.empty()) return;
  auto at = std::lower_bound(
      state->matches.begin(), state->matches.end(), state->origin,
      [](const TextSelection& match, TextPosition p) { return match.begin() < p; });
  if (at == state->matches.end()) at = state->matches.begin();
  Select(*at, editor);
  state->current = static_cast<int>(at - state->matches.begin());
}

void Close(FrameContext& context, ImGuiID editor_id, FindBarState* state) {
  state->mode = Mode::kClosed;
  state->problem.clear();
  context.focus.Focus(editor_id);
}

// One field of the bar; true when Enter was pressed in it.
struct Field {
  bool changed = false;
  bool entered = false;
};
Field DrawField(FrameContext& context, const char* label, float width, TextBoxState* box,
                ImGuiID editor_id, FindBarState* state) {
  const TextBoxResult result =
      DrawTextBox(context, label, ImVec2(width, context.theme.size.small_control_height), box,
                  {.mode = TextBoxOptions::Mode::kLine, .placeholder = label});
  if (result.focused && KeyPressed(Key::kEscape, false)) Close(context, editor_id, state);
  return {result.changed, result.submitted};
}

void DrawSwitch(FrameContext& context, const char* label, bool* value) {
  if (DrawChip(context, label, {.chosen = *value, .value = *value ? "on" : "off"})) {
    *value = !*value;
  }
}

void DrawSwitches(FrameContext& context, FindBarState* state) {
  DrawSwitch(context, "Case", &state->options.match_case);
  WrapNext(context, ChipWidth(context, "Word"));
  DrawSwitch(context, "Word", &state->options.whole_word);
  WrapNext(context, ChipWidth(context, "Regex"));
  DrawSwitch(context, "Regex", &state->options.regex);
  if (!state->scope) return;
  WrapNext(context, ChipWidth(context, "In selection"));
  DrawSwitch(context, "In selection", &state->in_selection);
}

bool ReplaceOne(CodeEditorState* editor, FindBarState* state) {
  const auto pattern = SearchPattern::Compile(state->pattern.text.Text(), state->options);
  if (!pattern) return false;
  state->current = MatchSelected(*state, editor->text);
  if (state->current < 0) {
    GoToMatch(state, editor, 1);
    return false;
  }
  const TextSelection match = state->matches[static_cast<std::size_t>(state->current)];
  const bool done = ReplaceMatch(&editor->text, *pattern, {match.begin(), match.end()},
                                 state->replacement.text.Text());
  UpdateMatches(state, editor->text, {});
  GoToMatch(state, editor, 1);
  return done;
}

bool ReplaceEvery(CodeEditorState* editor, FindBarState* state) {
  const auto pattern = SearchPattern::Compile(state->pattern.text.Text(), state->options);
  if (!pattern) return false;
  const int count = ReplaceAll(&editor->text, *pattern, state->replacement.text.Text(),
                               state->in_selection ? state->scope : std::nullopt);
  UpdateMatches(state, editor->text, {});
  state->problem = std::to_string(count) + " replaced";
  return count > 0;
}

void DrawGoToLine(FrameContext& context, ImGuiID editor_id, CodeEditorState* editor,
                  FindBarState* state) {
  const Field field = DrawField(context, kLineBox, context.theme.size.form_label_width,
                                &state->line, editor_id, state);
  ImGui::SameLine(0, context.theme.size.small);
  const int last = editor->text.line_count();
  Text(context, context.theme.font.small, context.theme.color.muted, "of " + std::to_string(last));
  const std::string typed = state->line.text.Text();
  int line = 0;
  const auto parsed = std::from_chars(typed.data(), typed.data() + typed.size(), line);
  if (field.changed && parsed.ec == std::errc()) {
    const int target = std::clamp(line, 1, last) - 1;
    const std::size_t first = editor->text.Line(target).find_first_not_of(" \t");
    const int column = first == std::string::npos ? 0 : static_cast<int>(first);
    editor->text.MoveTo({target, column}, TextBuffer::Selection::kDrop);
    editor->Center();
  }
  if (field.entered) Close(context, editor_id, state);
}

bool DrawReplaceRow(FrameContext& context, float width, ImGuiID editor_id, CodeEditorState* editor,
                    FindBarState* state) {
  const Metrics& m = context.theme.size;
  const ButtonOptions small{.size = ImVec2(0, m.small_control_height)};
  const float buttons = ButtonSize(context, "Replace", small).x +
                        ButtonSize(context, "Replace all", small).x + 2 * m.small;
  const Field field = DrawField(context, kReplaceBox, std::max(width - buttons, m.form_label_width),
                                &state->replacement, editor_id, state);
  bool changed = field.entered && ReplaceOne(editor, state);
  WrapNext(context, ButtonSize(context, "Replace", small).x);
  if (DrawButton(context, "Replace", small)) changed = ReplaceOne(editor, state) || changed;
  WrapNext(context, ButtonSize(context, "Replace all", small).x);
  if (DrawButton(context, "Replace all", small)) changed = ReplaceEvery(editor, state) || changed;
  return changed;
}

bool DrawFind(FrameContext& context, float width, ImGuiID editor_id, CodeEditorState* editor,
              FindBarState* state) {
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const ImVec2 square(m.small_control_height, m.small_control_height);
  const float controls = 3 * (square.x + m.small);
  const Field field = DrawField(context, kFindBox, std::max(width - controls, m.form_label_width),
                                &state->pattern, editor_id, state);
  ImGui::SameLine(0, m.small);
  bool back = DrawButton(context, "Previous match",
                         {.style = ButtonStyle::kQuiet,
                          .icon = Icon::kBack,
                          .icon_only = true,
                          .size = square,
                          .shortcut = "Shift+F3"});
  ImGui::SameLine(0, m.small);
  bool next = DrawButton(context, "Next match",
                         {.style = ButtonStyle::kQuiet,
                          .icon = Icon::kPlay,
                          .icon_only = true,
                          .size = square,
                          .shortcut = "F3"});
  ImGui::SameLine(0, m.small);
  if (DrawButton(context, "Close find",
                 {.style = ButtonStyle::kQuiet,
                  .icon = Icon::kCross,
                  .icon_only = true,
                  .size = square,
                  .shortcut = "Esc"})) {
    Close(context, editor_id, state);
  }
  const SearchOptions options = state->options;
  const bool in_selection = state->in_selection;
  DrawSwitches(context, state);
  const bool changed_search =
      field.changed || options != state->options || in_selection != state->in_selection;
  if (changed_search) state->problem.clear();
  UpdateMatches(state, editor->text, {});
  if (changed_search) PreviewMatch(state, editor);
  const bool shift = CurrentModifiers().shift;
  next = next || (field.entered && !shift);
  back = back || (field.entered && shift);
  if (next || back) GoToMatch(state, editor, next ? 1 : -1);
  state->current = MatchSelected(*state, editor->text);
  const std::string count = CountOf(*state);
  if (!count.empty()) {
    const float count_width = TextSize(theme.font.small, count).x;
    WrapNext(context, count_width);
    const bool bad = !state->pattern.text.empty() && state->matches.empty();
    Text(context, theme.font.small, bad ? theme.color.bad : theme.color.muted, count);
  }
  return state->mode == Mode::kReplace && DrawReplaceRow(context, width, editor_id, editor, state);
}

}  // namespace

void OpenFindBar(FindBarState* state, Mode mode, const TextBuffer& text) {
  state->mode = mode;
  state->wants_focus = true;
  state->problem.clear();
  state->origin = text.selection_begin();
  const bool lines = text.selection_begin().line != text.selection_end().line;
  state->in_selection = lines && mode != Mode::kGoToLine;
  state->scope.reset();
  if (lines) state->scope = TextRange{text.selection_begin(), text.selection_end()};
  if (text.HasSelection() && !lines) {
    state->pattern.text.SetText(text.TextBetween(text.selection_begin(), text.selection_end()));
    state->options.regex = false;
  }
  state->pattern.text.SelectAll();
  state->line.text.SetText("");
}

void UpdateMatches(FindBarState* state, const TextBuffer& text, const std::string& highlight) {
  const bool closed = state->mode == Mode::kClosed || state->mode == Mode::kGoToLine;
  FindBarState::Search wanted;
  wanted.pattern = closed ? highlight : state->pattern.text.Text();
  wanted.options = closed ? SearchOptions{.regex = true, .match_case = true} : state->options;
  if (!closed && state->in_selection) wanted.inside = state->scope;
  wanted.version = text.version();
  if (wanted == state->searched) return;
  // What was replaced may have made the selection longer or shorter.
  if (wanted.inside && state->searched.version != text.version()) {
    state->scope = wanted.inside =
        TextRange{text.Clamped(wanted.inside->begin), text.Clamped(wanted.inside->end)};
  }
  state->searched = wanted;
  state->matches.clear();
  if (wanted.pattern.empty()) return;
  const auto pattern = SearchPattern::Compile(wanted.pattern, wanted.options);
  if (!pattern) {
    if (!closed) state->problem = pattern.error().message;
    return;
  }
  for (const TextRange& match : FindAll(text, *pattern, wanted.inside)) {
    state->matches.push_back({.caret = match.end, .anchor = match.begin});
  }
}

void GoToMatch(FindBarState* state, CodeEditorState* editor, int direction) {
  if (state->matches.empty()) return;
  const auto count = static_cast<int>(state->matches.size());
  const auto from = std::lower_bound(
      state->matches.begin(), state->matches.end(), editor->text.selection_begin(),
      [](const TextSelection& match, TextPosition p) { return match.begin() < p; });
  int index = static_cast<int>(from - state->matches.begin());
  if (direction < 0) {
    --index;
  } else if (MatchSelected(*state, editor->text) == index) {
    ++index;
  }
  state->current = (index + count) % count;
  Select(state->matches[static_cast<std::size_t>(state->current)], editor);
}

bool FindKeys::OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) {
  if (modifiers.alt || modifiers.super) return false;
  if (key == Key::kF3 && !modifiers.ctrl) {
    if (state_.pattern.text.empty()) {
      OpenFindBar(&state_, Mode::kFind, *text);
      return true;
    }
    if (state_.mode == Mode::kClosed) state_.mode = Mode::kFind;
    UpdateMatches(&state_, *text, {});
    GoToMatch(&state_, &editor_, modifiers.shift ? -1 : 1);
    return true;
  }
  if (!modifiers.ctrl || modifiers.shift) return false;
  if (key != Key::kF && key != Key::kH && key != Key::kG) return false;
  OpenFindBar(&state_,
              key == Key::kF   ? Mode::kFind
              : key == Key::kH ? Mode::kReplace
                               : Mode::kGoToLine,
              *text);
  return true;
}

bool DrawFindBar(FrameContext& context, float width, ImGuiID editor_id, CodeEditorState* editor,
                 FindBarState* state) {
  if (state->mode == Mode::kClosed) return false;
  const Metrics& m = context.theme.size;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + m.small);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + m.small);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(m.small, m.small));
  ImGui::BeginGroup();
  if (state->wants_focus) {
    context.focus.Focus(TextBoxId(FirstBox(state->mode)));
    state->wants_focus = false;
  }
  bool changed = false;
  if (state->mode == Mode::kGoToLine) {
    DrawGoToLine(context, editor_id, editor, state);
  } else {
    changed = DrawFind(context, width - 2 * m.small, editor_id, editor, state);
  }
  ImGui::EndGroup();
  ImGui::PopStyleVar();
  return changed;
}

}  // namespace app
