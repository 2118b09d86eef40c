// Budgets.
#include "evaluators/llm/llm_meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using testing::HasSubstr;

TEST(LlmMeterTest, WithoutABudgetEverythingGoes) {
  LlmMeter meter(LlmBudget{});
  meter.Count(1'000'000'000, 1'000'000'000);
  EXPECT_TRUE(meter.MayAsk(1'000'000'000));
}

TEST(LlmMeterTest, TokensRunOut) {
  LlmMeter meter(LlmBudget{.tokens = 100});
  meter.Count(60, 30);
  EXPECT_TRUE(meter.MayAsk(10));
  const interview::Status status = meter.MayAsk(11);
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("used 90 of its 100 LLM tokens"));
  EXPECT_THAT(status.error().message, HasSubstr("llm.most_tokens"));
}

TEST(LlmMeterTest, MoneyRunsOutByThePricesOfBothDirections) {
  LlmMeter meter(LlmBudget{.money = 1, .prompt_price = 2, .completion_price = 10});
  meter.Count(100'000, 70'000);
  EXPECT_NEAR(meter.money(), 0.9, 1e-12);
  EXPECT_TRUE(meter.MayAsk(40'000));
  EXPECT_THAT(meter.MayAsk(60'000).error().message, HasSubstr("spent 0.90 of the 1.00"));
}

TEST(LlmMeterTest, FourBytesAreAboutAToken) {
  EXPECT_EQ(EstimateTokens(0), 0);
  EXPECT_EQ(EstimateTokens(1), 1);
  EXPECT_EQ(EstimateTokens(8), 2);
}

}  // namespace
}  // namespace evaluators
