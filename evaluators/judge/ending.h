// Why a program gave no answer, as a verdict and one sentence about it: which limit it broke and
// how, what killed it, what it did that is forbidden. Any thread; pure functions.
#pragma once

#include <string>
#include <string_view>

#include "evaluators/judge/sandbox.h"
#include "interview/model/judgement.h"

namespace evaluators {

struct Ending {
  interview::Verdict verdict;
  std::string message;
};

// REQUIRES: exchange.event is neither kAnswered nor kCancelled.
Ending ClassifyEnding(const Exchange& exchange, const BoxEnd& end, const BoxLimits& limits,
                      const ExchangeLimits& exchange_limits);

// An exception that left the solution, as a driver tells it: the name of its type and its text.
Ending ClassifyException(std::string_view type, std::string_view message, int memory_mb);

// The program wrote `written` where only the driver writes; `early`: before anything was asked.
Ending ClassifyForgery(std::string_view written, bool early);

}  // namespace evaluators
