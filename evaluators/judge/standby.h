// Boxes started ahead of their work, so that no run waits for an interpreter to start.
//
// Theory of operation. A driver that gets its program by a `load` request can be started before
// that program exists: it imports what it was told to import, then waits for the request. Such a
// box waits in a pool until a run with the same specification takes it; it serves that one run and
// is never used again, so every run has namespaces, files and limits of its own, as a cold start
// has. Where none waits, a box is started on the spot: a caller cannot tell the difference but by
// the clock. A Python driver that waits for ten minutes ends by itself; the pool notices.
//
// Threads: a box belongs to the thread that started it, so each thread has its own pool; its boxes
// end with it. All functions work on the pool of the calling thread.
#pragma once

#include <memory>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/sandbox.h"

namespace evaluators {

// A waiting box of this specification with the limits of `spec`, else one that is started now.
interview::Result<std::unique_ptr<Box>> TakeBox(const JudgeConfig& config, const BoxSpec& spec);

// Starts what is missing so that a box waits for each of `specs` (named twice: two of them).
// Returns while they boot. Boxes of other specifications are closed once more than kMostStandbys
// wait, the oldest first. A box that cannot be started is left to TakeBox to report.
void KeepBoxesWaiting(const JudgeConfig& config, const std::vector<BoxSpec>& specs);
inline constexpr std::size_t kMostStandbys = 6;

void CloseWaitingBoxes();

// What TakeBox did on this thread so far.
struct StandbyCounts {
  int warm = 0;
  int cold = 0;
};
StandbyCounts CountsOfTakenBoxes();

}  // namespace evaluators
