// A failing test as it is shown: its values in full while they are small, else cut with their sizes
// told and the whole of them beside it. Any thread; pure functions.
#pragma once

#include "evaluators/judge/run_outcome.h"
#include "interview/model/judgement.h"

namespace evaluators {

interview::Failure DescribeFailure(const TestCase& test, const CaseOutcome& outcome, int index);

}  // namespace evaluators
