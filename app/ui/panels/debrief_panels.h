// The parts of a debrief of one round: scores with evidence, answers, tests, model answers,
// feedback. UI thread only.
#pragma once

#include "app/ui/screens/debrief_screen.h"

namespace app {

void DrawScores(FrameContext& context, const interview::RoundScore& score);
void DrawAnswers(FrameContext& context, const AppState& app, const interview::RoundRecord& record,
                 DebriefState* state);
void DrawJudgements(FrameContext& context, const interview::RoundRecord& record,
                    DebriefState* state);
void DrawModelAnswers(FrameContext& context, const interview::RoundRecord& record,
                      DebriefState* state);
// What an LLM endpoint says, where one is configured; it never changes a score.
void DrawFeedback(FrameContext& context, const AppState& app, const interview::RoundRecord& record,
                  DebriefState* state);

}  // namespace app
