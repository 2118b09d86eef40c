// The menu of a text: what an unknown word may have meant, and cut, copy and paste. Opened by the
// right button, Ctrl+. or Shift+F10; digits choose, and so do the arrows with Enter. UI thread
// only.
#pragma once

#include <string>
#include <vector>

#include "app/core/pending.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_buffer.h"

namespace app {

struct SpellingMenuState {
  bool wanted = false;  // opens in the next frame
  bool open = false;
  ImVec2 at{};
  std::string word;     // unknown; empty: only cut, copy and paste
  TextSelection place;  // of the word
};

struct Suggestions {
  const Pending<std::vector<std::string>>* words = nullptr;
  const std::string* of = nullptr;  // the word they are for
};

// Draws the menu while it is open. True when it changed `text`.
bool DrawSpellingMenu(FrameContext& context, const char* id, const Suggestions& suggestions,
                      SpellingMenuState* state, TextBuffer* text);

}  // namespace app
