// Puts Vim's keys before the code editor's own: names the keys as Vim does and passes on what it
// leaves to the editor. UI thread only; lives for one frame.
#pragma once

#include "app/ui/widgets/code_editor.h"
#include "app/ui/widgets/vim_keys.h"

namespace app {

class VimFilter : public CodeKeyFilter {
 public:
  VimFilter(VimKeys* vim, VimView view) : vim_(*vim), view_(std::move(view)) {}

  bool OnText(std::string_view typed, TextBuffer* text) override;
  bool OnKey(Key key, const Modifiers& modifiers, TextBuffer* text) override;

  // To be called once the editor has had its turn.
  void Finish(const TextBuffer& text) {
    if (passed_on_) vim_.TakeEdit(text);
  }
  // All that was asked for in this frame.
  const VimOutcome& outcome() const { return outcome_; }

 private:
  bool Press(std::string_view key, TextBuffer* text);

  VimKeys& vim_;
  VimView view_;
  VimOutcome outcome_;
  bool passed_on_ = false;
};

// As Vim writes it: "<C-r>", "<Esc>"; empty for a key that makes text or means nothing to Vim.
std::string VimNameOf(Key key, const Modifiers& modifiers);

}  // namespace app
