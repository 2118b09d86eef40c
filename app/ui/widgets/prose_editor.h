// The editor for prose: wrapped Markdown in its colours, lists that go on, emphasis by keys,
// spelling, a count of words and a preview. UI thread only. Invariant: a ProseState belongs to one
// text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/app_state.h"
#include "app/ui/widgets/markdown_view.h"
#include "app/ui/widgets/spelling_menu.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct ProseState {
  bool preview = false;
  MarkdownState markdown;
  std::string preview_text;
  std::uint64_t preview_version = ~std::uint64_t{0};

  // Of each line of the text, as of `read_version`.
  std::vector<int> words;
  std::vector<bool> in_fence;  // begins inside of a block of code
  int word_count = 0;
  std::uint64_t read_version = ~std::uint64_t{0};

  SpellingMenuState menu;
  bool take_focus = false;  // the keyboard comes back to the text in the next frame
};

struct ProseOptions {
  std::string_view placeholder = {};
  const AppState* app = nullptr;  // whose spelling is asked; null: none
};

// Draws the editor and its status line at the cursor, `size` in all. `label` as in DrawTextBox().
TextBoxResult DrawProseEditor(FrameContext& context, const char* label, ImVec2 size,
                              TextBoxState* text, ProseState* state,
                              const ProseOptions& options = {});

}  // namespace app
