// The foot of a replay: the line of time with its markers, the buttons under it, the list of
// markers, and the keys of all that. UI thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ui/frame_context.h"
#include "app/ui/panels/replay_player.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct ReplayBarState {
  ReplayPlayer player;
  std::vector<interview::Marker> markers;       // in order of time
  std::vector<interview::Duration> boundaries;  // where rounds begin, but for the first
  bool list_open = false;
  int chosen = 0;  // in the list
  bool note_open = false;
  interview::Duration note_at{};
  TextBoxState note;
};

// "First green: Two sum", for the tooltip and the list.
std::string MarkerTitle(const interview::Marker& marker);

float ReplayBarHeight(const FrameContext& context);

// Draws the bar at the cursor, hears its keys and moves the player. A note that was written is
// returned; its moment is `note_at`.
std::optional<std::string> DrawReplayBar(FrameContext& context, ImVec2 size, bool takes_notes,
                                         ReplayBarState* state);

}  // namespace app
