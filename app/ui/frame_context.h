// What every drawing function is handed: how things look, where they register, what time it is, and
// where what the user asked for goes. UI thread only; lives for one frame.
#pragma once

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "app/core/command.h"
#include "app/ui/picture_store.h"
#include "app/ui/theme.h"
#include "app/ui/widgets/focus_ring.h"
#include "app/ui/widgets/ui_tree.h"

namespace app {

struct FrameContext {
  const Theme& theme;
  UiTree& tree;
  FocusRing& focus;
  double now = 0;  // seconds on a clock that only runs forward
  double wake_at = std::numeric_limits<double>::infinity();
  std::vector<Command> commands{};  // applied in order once the frame is drawn
  PictureStore* pictures = nullptr;  // null: pictures are shown by their alternative text

  // Asks for a frame in `seconds`, when the picture will change by itself.
  void WakeIn(double seconds) { wake_at = std::min(wake_at, now + seconds); }
  void Emit(Command command) { commands.push_back(std::move(command)); }
};

}  // namespace app
