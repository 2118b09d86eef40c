// What the requests of one session have used, against what the user allows.
// Any thread: requests on two lanes count into the same meter.
#pragma once

#include <atomic>
#include <cstdint>

#include "interview/base/result.h"

namespace evaluators {

struct LlmBudget {
  std::int64_t tokens = 0;      // sent and received; 0: no limit
  double money = 0;             // in the currency of the prices; 0: no limit
  double prompt_price = 0;      // for a million tokens sent
  double completion_price = 0;  // for a million tokens received
};

class LlmMeter {
 public:
  explicit LlmMeter(const LlmBudget& budget) : budget_(budget) {}

  // kInvalid, naming the setting, when a request of about `prompt_tokens` would go beyond.
  interview::Status MayAsk(std::int64_t prompt_tokens) const;
  void Count(std::int64_t prompt_tokens, std::int64_t completion_tokens);

  std::int64_t tokens() const { return prompt_ + completion_; }
  double money() const { return Price(prompt_, completion_); }

 private:
  double Price(std::int64_t prompt_tokens, std::int64_t completion_tokens) const;

  LlmBudget budget_;
  std::atomic<std::int64_t> prompt_ = 0;
  std::atomic<std::int64_t> completion_ = 0;
};

// About how many tokens a text of so many bytes has, where the endpoint does not tell.
std::int64_t EstimateTokens(std::size_t bytes);

}  // namespace evaluators
