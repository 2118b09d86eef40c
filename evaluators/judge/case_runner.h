// Runs a program on test cases, one request after the other, in as many boxes as it takes: a
// solution that dies on one case is started again for the next. Any thread; blocks.
#pragma once

#include <stop_token>
#include <vector>

#include "evaluators/judge/ending.h"
#include "evaluators/judge/judge_config.h"
#include "evaluators/judge/language.h"
#include "evaluators/judge/run_outcome.h"
#include "interview/model/evaluation.h"

namespace evaluators {

struct RunLimits {
  double case_cpu_ms = 2000;
  double total_cpu_ms = 20'000;
  int memory_mb = 256;
  // A program that died is started again until this is used up: a crash costs 1, a CPU limit 2, a
  // wall limit 4. The cases left are then failed without being run.
  int most_restarts = 3;
  interview::EvaluationProgress* progress = nullptr;  // counts the cases; may be null
};

// Fails with kCancelled when stopped and with kInternal when the judge itself broke (tried twice).
interview::Result<RunReport> RunCases(const JudgeConfig& config, const Program& program,
                                      const std::vector<TestCase>& cases, const RunLimits& limits,
                                      std::stop_token stop);

// A driver of ours in a box, answering requests that we trust it with: generators, oracles,
// checkers.
class DriverSession {
 public:
  // Starts the box and sends `load`. kInvalid with the driver's own words when it refuses.
  static interview::Result<DriverSession> Start(const JudgeConfig& config, const BoxSpec& spec,
                                                const interview::Json& load, std::stop_token stop);

  // kInvalid when the driver answers with an error or dies, kCancelled when stopped.
  interview::Result<interview::Json> Ask(const interview::Json& request,
                                         const ExchangeLimits& limits, std::stop_token stop);

 private:
  std::unique_ptr<Box> box_;
};

}  // namespace evaluators
