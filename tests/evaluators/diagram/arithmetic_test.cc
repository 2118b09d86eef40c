#include "evaluators/diagram/arithmetic.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

TEST(ArithmeticTest, StopsWhereItMakesNoSense) {
  const auto result = EvaluateTokens({{'n', 12}, {'n', 3}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->value, 12);
  EXPECT_EQ(result->used, 1u);
  EXPECT_EQ(EvaluateTokens({{'n', 2}, {'*', 0}})->used, 1u);
}

TEST(ArithmeticTest, RefusesWhatHasNoFiniteValue) {
  EXPECT_FALSE(EvaluateTokens({}));
  EXPECT_FALSE(EvaluateTokens({{'n', 1}, {'/', 0}, {'n', 0}}));
  EXPECT_FALSE(EvaluateTokens({{'(', 0}, {'n', 1}}));
}

TEST(ArithmeticTest, DeepNestingIsRefusedNotFollowed) {
  std::vector<ArithmeticToken> deep(100000, {'(', 0});
  EXPECT_FALSE(EvaluateTokens(deep));
  std::vector<ArithmeticToken> signs(100000, {'-', 0});
  EXPECT_FALSE(EvaluateTokens(signs));
  std::vector<ArithmeticToken> powers;
  for (int i = 0; i < 1000; ++i) {
    powers.push_back({'n', 1});
    powers.push_back({'^', 0});
  }
  EXPECT_TRUE(EvaluateTokens(powers));
}

}  // namespace
}  // namespace evaluators
