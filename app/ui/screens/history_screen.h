// Every stored session, newest first, by kind and outcome and found by words, and the way to its
// debrief or its transcript. UI thread only.
#pragma once

#include <string>
#include <vector>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"
#include "app/ui/widgets/text_box.h"

namespace app {

struct HistoryState {
  TextBoxState query;
  int kind = 0;         // 0: all, 1: loops, 2: drills
  std::string outcome;  // empty: any; "unfinished", else a decision or a band
};

// The sessions that fit.
std::vector<const interview::SessionSummary*> HistorySessions(const AppState& app,
                                                              const HistoryState& state);

void DrawHistoryScreen(FrameContext& context, const AppState& app, HistoryState* state);

}  // namespace app
