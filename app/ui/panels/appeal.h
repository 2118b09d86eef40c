// The candidate's own judgement of a score, kept beside the original. UI thread only.
#pragma once

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

// The form, open under one dimension at most.
struct AppealState {
  interview::DimensionId dimension;  // empty: closed
  int score = 0;                     // index into the half steps from 1 to 4
  TextBoxState reason;
};

// The latest appeal against the score of a dimension, and the way to one. Nothing is drawn where
// nothing was observed.
void DrawAppeal(FrameContext& context, const interview::Session& session, int round,
                const interview::DimensionScore& dimension, AppealState* state);

}  // namespace app
