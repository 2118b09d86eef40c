// Measures how time and memory of a solution grow with its input, on a ramp of sizes. Blocks while
// compilers and boxes run; any thread.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/test_suite.h"
#include "interview/model/judgement.h"
#include "interview/model/question.h"

namespace evaluators {

// C++ is compiled once more with counters and Python is rewritten with them, so that the same code
// gets the same figures however busy the machine is; JavaScript is timed. An empty class where
// nothing can be measured (rejected, or too slow on the smallest sizes).
interview::Result<interview::GrowthFit> MeasureGrowth(
    const interview::Question& question, const JudgeConfig& config, interview::Language language,
    const std::string& source, const std::vector<RampStep>& ramp, std::stop_token stop);

}  // namespace evaluators
