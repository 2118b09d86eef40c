// A code editor with everything around it: the find bar, completion, Vim's keys, the status line,
// and only as much of it as the round's assist level allows. UI thread only. A CodeAssistState
// belongs to one text, beside its CodeEditorState.
#pragma once

#include "app/ui/widgets/code_editor.h"
#include "app/ui/widgets/completion_popup.h"
#include "app/ui/widgets/find_bar.h"
#include "app/ui/widgets/vim_keys.h"
#include "interview/model/assist.h"

namespace app {

struct CodeAssistState {
  VimKeys vim;
  FindBarState find;
  CompletionState completion;
  bool vim_was_on = false;
  std::string note;  // in the status line until the text changes again
  std::uint64_t note_version = 0;
};

struct CodeAssistOptions {
  interview::AssistLevel level = interview::AssistLevel::kPlain;
  bool vim = false;
  std::string_view language;  // as the status line shows it
  CompletionWords words;
};

struct CodeAssistResult {
  CodeEditorResult editor;
  bool saved = false;  // :w
  bool left = false;   // :q
};

// `options.filters`, `matches` and `block_caret` are filled in here; whiteboard level takes the
// language and the diagnostics away.
CodeAssistResult DrawAssistedEditor(FrameContext& context, const char* label, ImVec2 size,
                                    CodeEditorState* editor, CodeAssistState* state,
                                    CodeEditorOptions options, const CodeAssistOptions& assist);

}  // namespace app
