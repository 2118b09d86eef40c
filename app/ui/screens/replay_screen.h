// A stored session, played again: the room as it was at any moment, with a line of time beneath.
// UI thread only. Invariant: nothing that is done here changes what happened; only notes are added.
#pragma once

#include <memory>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/panels/replay_bar.h"
#include "app/ui/panels/room_view.h"
#include "interview/session/replay.h"

namespace app {

struct ReplayState {
  interview::SessionId session;
  int wish = 0;  // the last one met
  std::unique_ptr<interview::Replay> replay;
  std::size_t events = 0;  // of the session on view, when the markers were made
  ReplayBarState bar;
  RoomState room;
  std::size_t followed = 0;  // index of the last edit whose text was brought to the front, plus one
  double drawn_at = 0;
};

void DrawReplayScreen(FrameContext& context, const AppState& app, ReplayState* state);

}  // namespace app
