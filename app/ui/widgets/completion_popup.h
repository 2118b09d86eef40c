// The list of words beside the caret. UI thread only. A CompletionState belongs to one text.
#pragma once

#include "app/ui/frame_context.h"
#include "app/ui/widgets/code_editor.h"
#include "app/ui/widgets/completion.h"

namespace app {

struct CompletionState {
  bool open = false;
  bool asked_for = false;  // by Ctrl+Space or by moving in it: Enter takes the chosen word
  int chosen = 0;
  Completions found;
  std::uint64_t version = 0;  // of the text they were found in
};

// Ctrl+Space opens it; while it is open Up and Down choose, Tab takes, Esc closes, and so does
// Enter, which takes where the list was asked for.
class CompletionKeys : public CodeKeyFilter {
 public:
  // With `passes_escape` the key that closes the list goes on to whoever comes next: to Vim.
  CompletionKeys(CompletionState* state, const CompletionWords& words,
                 const CodeEditorState& editor, const SyntaxLanguage* language, bool passes_escape)
      : state_(*state),
        words_(words),
        editor_(editor),
        language_(language),
        passes_escape_(passes_escape) {}
  bool OnText(std::string_view typed, TextBuffer* text) override;
  bool OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) override;
  // Whether letters were typed in this frame.
  bool typed() const { return typed_; }

 private:
  void Open(const TextBuffer& text);

  CompletionState& state_;
  const CompletionWords& words_;
  const CodeEditorState& editor_;
  const SyntaxLanguage* language_;
  bool passes_escape_;
  bool typed_ = false;
};

// Whether words are offered at the caret: nowhere within comments and strings.
bool OffersWords(const CodeEditorState& editor, const SyntaxLanguage* language);

// After the editor has had its turn: follows what was typed, opens the list after two letters of a
// word where `opens` is set, and closes it where it is not or has nothing to say.
void UpdateCompletion(CompletionState* state, const TextBuffer& text, const CompletionWords& words,
                      bool typed, bool opens);

// REQUIRES: to be drawn after the editor, in its window. True when a word was chosen by a click; it
// is in the text then.
bool DrawCompletion(FrameContext& context, CompletionState* state, TextBuffer* text,
                    const CodeEditorResult& editor);

}  // namespace app
