// The tests of a run in the console: one chip each, and of the chosen one what went in, what was
// expected and what came. UI thread only.
#pragma once

#include "app/ui/panels/room_view.h"

namespace app {

// The run that Tests and Output show: the one chosen in the history, else the latest; null before
// the first. `tested` passes over cases of one's own.
enum class RunFilter { kAll, kTested };
const interview::TimedEvaluation* ShownRun(const RoomView& room, const ConsoleState& state,
                                           RunFilter filter);

// Is a run or judgement of the question under way?
bool IsRunning(const RoomView& room);

// What is under way, how far it is, and a button that ends it. REQUIRES: IsRunning().
void DrawRunning(FrameContext& context, const RoomView& room, RoomState* state, float width);

// The visible tests, and of the hidden ones the first that fails: the others stay hidden.
bool HasChip(const interview::Judgement& judgement, const interview::TestOutcome& test);

// What came of a case of one's own.
void DrawCustomResult(FrameContext& context, const RoomView& room,
                      const interview::TimedEvaluation& run, float width);

void DrawResults(FrameContext& context, const RoomView& room, RoomState* state, float width);

}  // namespace app
