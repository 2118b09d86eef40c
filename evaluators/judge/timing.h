// How long an accepted solution takes on the largest tests, beside the question's reference.
//
// Theory of operation. One run is one fresh box that answers the largest tests, so nothing that a
// solution remembers from an earlier run makes the next one faster. Runs of the solution and of the
// reference take turns, so that whatever else the machine does falls on both. What counts is the
// processor time of the calls alone, as the driver in the box measures it; the judge checks it from
// outside: the box as a whole may not have used more than that and what the reference's box used
// around its calls. Where it has (work handed to another thread, a clock that was tampered with),
// the outside figure counts. The ratio compares each test at its best, which other work on the
// machine disturbs least. Any thread; blocks.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/run_outcome.h"
#include "interview/model/judgement.h"
#include "interview/model/question.h"

namespace evaluators {

// `cases` are all tests of the question, `judged` what was said of `source` on them. Takes at most
// about two seconds on a machine that does nothing else. Nothing (runs = 0) where the calls are too
// short or too long to be timed. Fails only where the judge itself cannot work or was stopped.
// REQUIRES: `judged` is accepted.
interview::Result<interview::Timing> MeasureTiming(
    const interview::Question& question, const JudgeConfig& config, interview::Language language,
    const std::string& source, const std::vector<TestCase>& cases,
    const interview::Judgement& judged, std::stop_token stop);

}  // namespace evaluators
