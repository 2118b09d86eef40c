// The runs and judgements of a question in the order in which they came, and what changed from one
// to the next. Any thread; pure functions.
#pragma once

#include <string>
#include <vector>

#include "interview/session/round_record.h"

namespace app {

// Oldest first. The pointers live as long as the work is not changed.
std::vector<const interview::TimedEvaluation*> RunsOf(const interview::QuestionWork& work);

// The latest one before `runs[index]` of the same kind (of the same input, for a case of one's
// own); null where there is none.
const interview::TimedEvaluation* Previous(
    const std::vector<const interview::TimedEvaluation*>& runs, std::size_t index);

// Tests that passed in one run and not in the other; indices into the tests of the newer.
struct RunChange {
  std::vector<std::size_t> now_passing;
  std::vector<std::size_t> now_failing;
};
RunChange CompareRuns(const interview::Judgement& before, const interview::Judgement& after);

// "Against the run before: Case 2 now passes, Case 3 and 2 hidden tests now fail."; says so where
// nothing changed.
std::string ChangeText(const RunChange& change, const interview::Judgement& after);

// "Over 3 runs of this code: 40.2–43.9 ms, 11.1–11.3 MB", of those of the kind of `run` that ran
// the same code on the same input; empty where there is no second one.
std::string SpreadText(const std::vector<const interview::TimedEvaluation*>& runs,
                       const interview::TimedEvaluation& run);

// "Case 3" of an example, "Shapes match" of a check, "Random small 14" of a hidden test.
std::string TestName(const interview::TestOutcome& test);

// "Run", "Submit", "Own case".
std::string RunKindName(interview::EvaluationKind kind);

}  // namespace app
