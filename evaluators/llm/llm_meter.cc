// Sums and prices.
#include "evaluators/llm/llm_meter.h"

#include <cstdio>
#include <string>

namespace evaluators {
namespace {

std::string Money(double amount) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", amount);
  return text;
}

}  // namespace

std::int64_t EstimateTokens(std::size_t bytes) {
  constexpr std::size_t kBytesPerToken = 4;
  return static_cast<std::int64_t>((bytes + kBytesPerToken - 1) / kBytesPerToken);
}

double LlmMeter::Price(std::int64_t prompt_tokens, std::int64_t completion_tokens) const {
  constexpr double kMillion = 1e6;
  return (static_cast<double>(prompt_tokens) * budget_.prompt_price +
          static_cast<double>(completion_tokens) * budget_.completion_price) /
         kMillion;
}

void LlmMeter::Count(std::int64_t prompt_tokens, std::int64_t completion_tokens) {
  prompt_ += prompt_tokens;
  completion_ += completion_tokens;
}

interview::Status LlmMeter::MayAsk(std::int64_t prompt_tokens) const {
  if (budget_.tokens > 0 && tokens() + prompt_tokens > budget_.tokens) {
    return interview::Fail(
        interview::ErrorCode::kInvalid,
        "This session has used " + std::to_string(tokens()) + " of its " +
            std::to_string(budget_.tokens) +
            " LLM tokens and the next request would go beyond; raise llm.most_tokens in the "
            "settings, or go on without the LLM.");
  }
  if (budget_.money > 0 && money() + Price(prompt_tokens, 0) > budget_.money) {
    return interview::Fail(
        interview::ErrorCode::kInvalid,
        "This session has spent " + Money(money()) + " of the " + Money(budget_.money) +
            " allowed for the LLM and the next request would go beyond; raise llm.most_money in "
            "the settings, or go on without the LLM.");
  }
  return {};
}

}  // namespace evaluators
