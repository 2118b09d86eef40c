// The sheet of keyboard shortcuts: every action with the key it has now, by group, searchable, and
// the keys that the widgets understand. UI thread only.
#pragma once

#include "app/ui/actions.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct SheetState {
  bool open = false;
  bool shown = false;
  TextBoxState query;
};

// Draws it while it is open.
void DrawShortcutSheet(FrameContext& context, const KeyMap& keys, SheetState* state);

}  // namespace app
