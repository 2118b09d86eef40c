// What is read aloud of the screen: the focused thing when the focus moves or its value changes,
// and messages and dialogs when they appear. UI thread only; no state beyond the last frame.
#pragma once

#include <string>
#include <vector>

#include "app/ui/widgets/ui_tree.h"

namespace app {

// "label, role, value, state" in words. Symbols of code are left to the synthesiser; a value that
// is longer than a breath is cut at a word and says how much more there is.
std::string SpokenText(const UiNode& node);

// Follows the UI tree from frame to frame.
class Announcer {
 public:
  // What to say about this frame; empty when nothing worth saying changed.
  std::string Announce(const std::vector<UiNode>& nodes);

 private:
  std::string focused_;        // role and label of the focused thing
  std::string focused_state_;  // its value and state, in words
  std::vector<std::string> messages_;
};

}  // namespace app
