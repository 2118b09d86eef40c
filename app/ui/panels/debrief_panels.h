// The parts of a debrief of one round: scores with evidence, answers, tests, model answers.
// UI thread only.
#pragma once

#include "app/ui/screens/debrief_screen.h"

namespace app {

// How the round was worked on: its length and how much of it was used, the language and the help of
// the editor, hints and pauses.
void DrawRoundFacts(FrameContext& context, const interview::PlannedRound& plan,
                    const interview::RoundRecord& record);

// Dimensions with their evidence, each item with the way to its moment in the replay, and the time
// that the phases took.
void DrawScores(FrameContext& context, const OpenSession& open, const interview::RoundScore& score,
                std::size_t round, DebriefState* state);
// REQUIRES: app.viewed, and `round` indexes its rounds.
void DrawAnswers(FrameContext& context, const AppState& app, std::size_t round,
                 DebriefState* state);
void DrawJudgements(FrameContext& context, const interview::RoundRecord& record,
                    DebriefState* state);
void DrawModelAnswers(FrameContext& context, const interview::RoundRecord& record,
                      DebriefState* state);

}  // namespace app
