// Says in a header whether what was written is on the disk. UI thread only; no state.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

enum class SaveState {
  kSaved,    // all of the session is on the disk
  kUnsaved,  // the rest follows within a moment
  kRefused   // the disk did not take it; it is tried again
};

// `held`: something is not even in the transcript yet.
SaveState SaveStateOf(const OpenSession& open, bool held);

// A dot, a ring or a cross with its word, ending at `right` of the window and not beginning before
// `left`: without the word where there is no room for it, not at all where there is none for the
// mark. `middle`: how far below the top of the window. Returns where it begins.
float DrawSaveMark(FrameContext& context, SaveState state, float left, float right, float middle);

}  // namespace app
