// Who sees the keys first, and what the assist level leaves out.
#include "app/ui/widgets/assisted_editor.h"

#include <algorithm>

#include "app/ui/widgets/editor_status.h"
#include "app/ui/widgets/vim_filter.h"

namespace app {
namespace {

using interview::AssistLevel;

// Below IDE level nothing closes by itself; on the whiteboard nothing indents by itself either.
class PlainTyping : public CodeKeyFilter {
 public:
  explicit PlainTyping(AssistLevel level) : level_(level) {}

  bool OnText(std::string_view typed, TextBuffer* text) override {
    if (level_ == AssistLevel::kIde) return false;
    // Letter by letter, so that undo goes word by word however fast it was typed.
    for (std::size_t at = 0; at < typed.size();) {
      std::size_t end = at + 1;
      while (end < typed.size() && (static_cast<unsigned char>(typed[end]) & 0xC0) == 0x80) ++end;
      text->Insert(typed.substr(at, end - at), TextBuffer::EditKind::kTyping);
      at = end;
    }
    return true;
  }

  bool OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) override {
    const bool enter = key == Key::kEnter || key == Key::kKeypadEnter;
    if (!enter || modifiers.ctrl || level_ != AssistLevel::kWhiteboard) return false;
    text->Insert("\n", TextBuffer::EditKind::kOther);
    return true;
  }

 private:
  AssistLevel level_;
};

}  // namespace

CodeAssistResult DrawAssistedEditor(FrameContext& context, const char* label, ImVec2 size,
                                    CodeEditorState* editor, CodeAssistState* state,
                                    CodeEditorOptions options, const CodeAssistOptions& assist) {
  CodeAssistResult result;
  TextBuffer& text = editor->text;
  if (state->vim_was_on && !assist.vim) state->vim.Stop(&text);
  state->vim_was_on = assist.vim;

  const ImVec2 start = ImGui::GetCursorPos();
  const bool replaced = DrawFindBar(context, size.x, CodeEditorId(label), editor, &state->find);
  const bool bar = state->find.mode != FindBarState::Mode::kClosed;
  if (bar) ImGui::SetCursorPos(ImVec2(start.x, ImGui::GetCursorPosY() + context.theme.size.tiny));
  const float above = ImGui::GetCursorPosY() - start.y;
  const float below = EditorStatusHeight(context);

  const bool ide = assist.level == AssistLevel::kIde;
  if (assist.level == AssistLevel::kWhiteboard) options.language = nullptr;
  if (!ide) options.diagnostics = nullptr;
  CompletionKeys completion(&state->completion, assist.words, *editor, options.language,
                            assist.vim);
  VimFilter vim(&state->vim,
                {.first_line = editor->first_line, .lines = editor->visible_lines, .clipboard = [] {
                   const char* clip = ImGui::GetClipboardText();
                   return std::string(clip != nullptr ? clip : "");
                 }});
  FindKeys find(&state->find, editor);
  PlainTyping plain(assist.level);
  const bool inserts = !assist.vim || state->vim.mode() == VimMode::kInsert;
  if (!options.read_only && ide && inserts) options.filters.push_back(&completion);
  if (!options.read_only && assist.vim) options.filters.push_back(&vim);
  options.filters.push_back(&find);
  if (!options.read_only) options.filters.push_back(&plain);
  options.block_caret = assist.vim && state->vim.mode() != VimMode::kInsert;
  UpdateMatches(&state->find, text, assist.vim ? state->vim.highlight() : std::string());
  options.matches = &state->find.matches;
  options.current_match = state->find.current;

  result.editor = DrawCodeEditor(
      context, label, ImVec2(size.x, std::max(1.0f, size.y - above - below)), editor, options);
  result.editor.changed = result.editor.changed || replaced;
  vim.Finish(text);
  UpdateCompletion(&state->completion, text, assist.words, completion.typed(),
                   ide && OffersWords(*editor, options.language));
  if (!ide || !result.editor.focused) state->completion.open = false;
  if (DrawCompletion(context, &state->completion, &text, result.editor)) {
    result.editor.changed = true;
    editor->Reveal();
    context.focus.Focus(CodeEditorId(label));
  }

  const VimOutcome& outcome = vim.outcome();
  result.saved = outcome.save;
  result.left = outcome.quit;
  if (outcome.copied) ImGui::SetClipboardText(outcome.copied->c_str());
  if (outcome.first_line) editor->wanted_first_line = *outcome.first_line;
  if (state->note_version != text.version()) state->note.clear();
  std::string message = assist.vim ? state->vim.status() : std::string();
  if (message.empty()) message = state->note;
  ImGui::SetCursorPosX(start.x);
  DrawEditorStatus(context, size.x, text,
                   {.message = message,
                    .message_is_error = assist.vim && state->vim.status_is_error(),
                    .language = assist.language,
                    .assist = interview::DisplayName(assist.level)});
  return result;
}

}  // namespace app
