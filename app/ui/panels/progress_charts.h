// The pages of the progress screen that look back. Each draws what it has, or says what to do
// first. UI thread only.
#pragma once

#include "app/core/standing.h"
#include "app/ui/frame_context.h"
#include "app/ui/screens/progress_screen.h"

namespace app {

// Scores of 1-4 by kind of round with their interval, what they are made of, what is missing; and
// how many questions are mastered.
void DrawReadiness(FrameContext& context, const Standing& standing, ProgressState* state);
// How much of the bank was attempted, by topic.
void DrawCoverage(FrameContext& context, const Standing& standing, ProgressState* state,
                  LibraryState* library);
// Dimensions over time, and how well the user judges himself.
void DrawScores(FrameContext& context, const Standing& standing, ProgressState* state);
// Days, streaks and records.
void DrawPractice(FrameContext& context, const AppState& app, const Standing& standing,
                  ProgressState* state);

}  // namespace app
