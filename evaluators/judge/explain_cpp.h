// Says why a C++ solution died: the failing test once more, in a build with AddressSanitizer and
// UBSan, and their report in one sentence. Any thread; blocks for about a compilation.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/run_outcome.h"
#include "interview/model/signature.h"

namespace evaluators {

// What went wrong and on which line of `source`, when it ran `cases` and died on the last of them:
// "Reads 4 bytes past the end of a heap block at line 12 (in pair_with_target)." Empty where the
// sanitizers are not installed, find nothing, or the judge was stopped.
std::string ExplainCrash(const JudgeConfig& config, const interview::Signature& signature,
                         const std::string& source, const std::vector<TestCase>& cases,
                         double case_cpu_ms, std::stop_token stop);

// The sentence for a report of the sanitizers; `thrown` is what the driver said of an exception
// that left the solution ("std::out_of_range: vector::at"), or empty.
std::string ExplainReport(const std::string& report, const std::string& thrown);

}  // namespace evaluators
