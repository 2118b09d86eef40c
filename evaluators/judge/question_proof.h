// Proves a question with code: what its folder claims is run. The part of the bank check that needs
// the judge. Blocks while boxes run; any thread.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "interview/model/question.h"

namespace evaluators {

struct ProofFailure {
  std::string check;    // "starter", "reference", "brute", "mutant", "solution", "tests"
  std::string message;  // one sentence: which file, what happened, what was promised
};

// The starters compile in every installed language and fail; both references are accepted and grow
// as the question asks; the brute force agrees on the examples and handmade cases; every mutant
// fails as declared (one that is declared slow may also fail by growth) and passes at least one
// test. Empty when all of it holds; an Error only where the judge itself cannot work or was
// stopped.
interview::Result<std::vector<ProofFailure>> ProveCoding(const interview::Question& question,
                                                         const JudgeConfig& config,
                                                         std::stop_token stop);

// The solution passes every check; every mutant fails all the checks that are said to kill it.
interview::Result<std::vector<ProofFailure>> ProveMlCoding(const interview::Question& question,
                                                           const JudgeConfig& config,
                                                           std::stop_token stop);

}  // namespace evaluators
