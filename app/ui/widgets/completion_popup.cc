// The list of words: its keys and its picture.
#include "app/ui/widgets/completion_popup.h"

#include <algorithm>

#include "app/ui/draw.h"
#include "app/ui/widgets/text_search.h"

namespace app {
namespace {

constexpr int kRows = 8;
constexpr int kLettersThatOpen = 2;

std::string_view NameOf(CompletionSource source) {
  switch (source) {
    case CompletionSource::kSignature:
      return "signature";
    case CompletionSource::kKeyword:
      return "keyword";
    default:
      return "";
  }
}

void Take(CompletionState* state, TextBuffer* text) {
  const std::string& word = state->found.items[static_cast<std::size_t>(state->chosen)].word;
  text->Replace(state->found.begin, text->caret(), word);
  state->open = false;
}

}  // namespace

bool OffersWords(const CodeEditorState& editor, const SyntaxLanguage* language) {
  if (language == nullptr) return true;
  const TextPosition caret = editor.text.caret();
  const std::string_view line = editor.text.Line(caret.line);
  if (line.size() > kLexedBytes) return true;
  std::vector<SyntaxSpan> spans;
  const SyntaxState before = editor.lines.StateAt(caret.line);
  const SyntaxState after = LexLine(*language, line, before, &spans);
  if (line.empty()) return before == SyntaxState::kCode;
  for (const SyntaxSpan& span : spans) {
    if (span.kind != SyntaxKind::kComment && span.kind != SyntaxKind::kString) continue;
    if (caret.column <= span.begin || caret.column > span.end) continue;
    if (caret.column < span.end) return false;
    // At its end: behind it where it is closed.
    const std::string_view part = line.substr(static_cast<std::size_t>(span.begin),
                                              static_cast<std::size_t>(span.end - span.begin));
    const bool at_line_end = span.end == static_cast<int>(line.size());
    if (span.kind == SyntaxKind::kComment) return part.ends_with("*/") && !at_line_end;
    const bool closed = part.size() > 1 && (part.back() == '"' || part.back() == '\'');
    return closed && !(at_line_end && after != SyntaxState::kCode);
  }
  return true;
}

void CompletionKeys::Open(const TextBuffer& text) {
  state_.found = Complete(text, words_);
  state_.open = !state_.found.items.empty() && OffersWords(editor_, language_);
  state_.asked_for = true;
  state_.chosen = 0;
  state_.version = text.version();
}

bool CompletionKeys::OnText(std::string_view typed, TextBuffer*) {
  typed_ = !typed.empty();
  return false;
}

bool CompletionKeys::OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) {
  if (key == Key::kSpace && modifiers.command()) {
    Open(*text);
    return true;
  }
  if (!state_.open || modifiers.ctrl || modifiers.alt || modifiers.shift) return false;
  const int count = static_cast<int>(state_.found.items.size());
  switch (key) {
    case Key::kUp:
    case Key::kDown:
      state_.chosen = (state_.chosen + (key == Key::kDown ? 1 : count - 1)) % count;
      state_.asked_for = true;
      return true;
    case Key::kTab:
      Take(&state_, text);
      return true;
    case Key::kEnter:
    case Key::kKeypadEnter:
      if (state_.asked_for) {
        Take(&state_, text);
        return true;
      }
      state_.open = false;
      return false;
    case Key::kEscape:
      state_.open = false;
      return !passes_escape_;
    default:
      return false;
  }
}

void UpdateCompletion(CompletionState* state, const TextBuffer& text, const CompletionWords& words,
                      bool typed, bool opens) {
  if (text.selections().size() > 1 || text.HasSelection()) {
    state->open = false;
    return;
  }
  const bool changed = state->version != text.version();
  state->version = text.version();
  if (!changed) {
    // The caret may have left the word.
    const TextPosition caret = text.caret();
    const TextPosition begin = state->found.begin;
    state->open = state->open && caret.line == begin.line && caret >= begin;
    return;
  }
  if (!opens) state->open = false;
  if (!state->open && !(typed && opens)) return;
  Completions found = Complete(text, words);
  const int letters = text.caret().column - found.begin.column;
  const bool enough = letters >= (state->open ? 1 : kLettersThatOpen);
  const bool same_word = state->open && found.begin == state->found.begin;
  if (!same_word) {
    state->asked_for = false;
    state->chosen = 0;
  }
  state->found = std::move(found);
  state->open = enough && !state->found.items.empty();
  state->chosen = same_word && state->asked_for
                      ? std::min(state->chosen, static_cast<int>(state->found.items.size()) - 1)
                      : 0;
  state->chosen = std::max(state->chosen, 0);
}

bool DrawCompletion(FrameContext& context, CompletionState* completion, TextBuffer* text,
                    const CodeEditorResult& editor) {
  const CompletionState& state = *completion;
  if (!state.open || !editor.focused || !editor.caret_visible) return false;
  const Theme& theme = context.theme;
  const Metrics& m = theme.size;
  const auto& items = state.found.items;
  const int count = static_cast<int>(items.size());
  const int rows = std::min(count, kRows);
  const int first = std::clamp(state.chosen - kRows / 2, 0, count - rows);
  float width = m.menu_width;
  for (int i = first; i < first + rows; ++i) {
    const CompletionItem& item = items[static_cast<std::size_t>(i)];
    width = std::max(width, TextSize(theme.font.code, item.word).x +
                                TextSize(theme.font.small, NameOf(item.source)).x + 2 * m.large);
  }
  const float row = std::round(theme.font.code.px + m.small);
  const ImVec2 size(width, static_cast<float>(rows) * row + 2 * m.tiny);
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImVec2 min(std::min(editor.caret_min.x, display.x - size.x - m.small),
             editor.caret_max.y + m.tiny);
  // Above the line where there is no room beneath it in the window, whose pointer it takes.
  const float bottom = std::min(display.y, ImGui::GetWindowPos().y + ImGui::GetWindowSize().y);
  const float above = editor.caret_min.y - size.y - m.tiny;
  if (min.y + size.y > bottom && (above >= 0 || min.y + size.y > display.y)) min.y = above;
  // Over the editor, so that a click here is none on its text.
  const ImVec2 cursor = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(min);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  BeginChildWindow("##completions", size, ChildFrame::kNone,
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar |
                       ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
  int clicked = -1;
  ImDrawList* list = ImGui::GetForegroundDrawList();
  DrawBox(theme, list, min, ImVec2(min.x + size.x, min.y + size.y), theme.color.raised,
          theme.color.border, m.radius_small);
  context.tree.Open("list", "Completions", min, ImVec2(min.x + size.x, min.y + size.y));
  for (int i = first; i < first + rows; ++i) {
    const CompletionItem& item = items[static_cast<std::size_t>(i)];
    const ImVec2 at(min.x, min.y + m.tiny + static_cast<float>(i - first) * row);
    const ImVec2 end(at.x + size.x, at.y + row);
    const bool chosen = i == state.chosen;
    ImGui::SetCursorScreenPos(at);
    ImGui::PushID(i);
    ImGui::InvisibleButton("##word", ImVec2(size.x, row));
    if (ImGui::IsItemActivated()) clicked = i;
    const bool hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (hovered && !chosen) {
      list->AddRectFilled(at, end, WithOpacity(theme.color.hover, 0.5f));
    }
    if (chosen) list->AddRectFilled(at, end, theme.color.hover);
    const float y = at.y + (row - theme.font.code.px) / 2;
    DrawText(theme, list, theme.font.code, ImVec2(at.x + m.small, y),
             chosen ? theme.color.text : theme.color.body, item.word);
    const std::string_view source = NameOf(item.source);
    DrawText(theme, list, theme.font.small,
             ImVec2(end.x - m.small - TextSize(theme.font.small, source).x, y), theme.color.muted,
             source);
    context.tree.Add({.role = "option",
                      .label = item.word,
                      .value = std::string(source),
                      .min = at,
                      .max = end,
                      .on = chosen});
  }
  context.tree.Close();
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::SetCursorScreenPos(cursor);
  ImGui::Dummy(ImVec2(0, 0));
  if (clicked < 0) return false;
  completion->chosen = clicked;
  Take(completion, text);
  return true;
}

}  // namespace app
