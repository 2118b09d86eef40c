// From a debrief straight into the next drill. UI thread only.
#pragma once

#include <vector>

#include "app/core/app_state.h"
#include "app/ui/frame_context.h"

namespace app {

// The questions of a round in which points or tests were missed: a rubric, follow-up, diagram or
// estimate under 80 %, or code whose last judgement was not accepted; and what was left blank.
std::vector<interview::QuestionId> MissedQuestions(const interview::RoundRecord& record);

// Buttons that begin a drill of the round's questions, or of the missed ones where those are fewer.
// Questions that the bank no longer has are left out.
void DrawPractise(FrameContext& context, const AppState& app, std::size_t round);

}  // namespace app
