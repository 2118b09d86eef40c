// The command palette: type a few letters of what you want, and Enter does it. It offers every
// action that is available now with its key, and besides them themes, zooms, drills and the
// questions of the bank. UI thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/ui/actions.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct PaletteEntry {
  std::string id;  // stays the same while the program lives: "action/run"
  std::string title;
  std::string key;  // printed; may be empty
  std::function<void(ActionScope&)> perform;
};

struct PaletteState {
  bool open = false;
  bool shown = false;  // it is on the screen already
  TextBoxState query;
  int chosen = 0;
  std::vector<std::string> recent;  // ids, the latest first
};

// What can be done now, as far as `query` fits it, the best first; without a query the recently
// used first. Questions are offered only where something was typed.
std::vector<PaletteEntry> PaletteEntries(const ActionScope& scope, const KeyMap& keys,
                                         std::string_view query,
                                         const std::vector<std::string>& recent);

// Draws it while it is open.
void DrawCommandPalette(ActionScope& scope, const KeyMap& keys, PaletteState* state);

}  // namespace app
