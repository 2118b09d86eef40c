// The hidden tests of a coding question: made by its generator, answered by its oracles, kept by
// content hash. Any thread; the cache on disk is replaced whole, the one in memory is the
// thread's own.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/run_outcome.h"
#include "interview/model/question.h"

namespace evaluators {

// One size of the growth ramp with several inputs of that size.
struct RampStep {
  int size = 0;
  std::vector<TestCase> inputs;
};

struct TestSuite {
  std::vector<TestCase> cases;  // examples, then handmade, then generated
  std::vector<RampStep> ramp;   // empty where the question measures no growth
};

// The examples alone: nothing has to be run for them.
std::vector<TestCase> VisibleTests(const interview::CodingSpec& spec);

// The whole suite, from the cache or made anew (a damaged cache file is made anew). The same
// question gives the same suite always. Fails with kInvalid where the question's own files are at
// fault, naming the case; with kInternal where the judge cannot run them; with kCancelled when
// stopped.
interview::Result<TestSuite> MakeTestSuite(const interview::Question& question,
                                           const JudgeConfig& config, std::stop_token stop);

// The same, and kept in memory by the calling thread for the next judgement of the same question;
// the suites that were not asked for the longest time are let go.
interview::Result<std::shared_ptr<const TestSuite>> RecentTestSuite(
    const interview::Question& question, const JudgeConfig& config, std::stop_token stop);

// What a Python solution of the question's own (ref.py, brute.py) answers to `cases`, in place:
// fills `expected` and `expected_args`. Fails with kInvalid that names the file and the case.
interview::Status AnswerByOracle(const interview::Question& question,
                                 const interview::SourceFile& oracle, const JudgeConfig& config,
                                 std::vector<TestCase>* cases, std::stop_token stop);

// ref.py; kInvalid when the question has none.
interview::Result<interview::SourceFile> PythonReference(const interview::Question& question);

}  // namespace evaluators
