// What every drawing function is handed: how things look, where they register, what time it is, and
// where what the user asked for goes. UI thread only; lives for one frame.
#pragma once

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/core/command.h"
#include "app/ui/key_map.h"
#include "app/ui/picture_store.h"
#include "app/ui/theme.h"
#include "app/ui/widgets/focus_ring.h"
#include "app/ui/widgets/ui_tree.h"

namespace app {

// A place on the screen that the tour can point at.
struct TourMark {
  std::string_view name;
  ImVec2 min{};
  ImVec2 max{};
};

struct FrameContext {
  const Theme& theme;
  UiTree& tree;
  FocusRing& focus;
  double now = 0;  // seconds on a clock that only runs forward
  double wake_at = std::numeric_limits<double>::infinity();
  std::vector<Command> commands{};   // applied in order once the frame is drawn
  PictureStore* pictures = nullptr;  // null: pictures are shown by their alternative text
  const KeyMap* keys = nullptr;      // set by the router

  std::vector<TourMark> marks{};      // of this frame
  ActionId wanted = ActionId::kNone;  // a control asked for it; the router performs it

  // The key of an action as it is printed: "Ctrl+Enter"; empty where there is none.
  std::string KeyText(ActionId action) const { return keys ? keys->Text(action) : std::string(); }

  // Asks for a frame in `seconds`, when the picture will change by itself.
  void WakeIn(double seconds) { wake_at = std::min(wake_at, now + seconds); }
  void Emit(Command command) { commands.push_back(std::move(command)); }
};

}  // namespace app
