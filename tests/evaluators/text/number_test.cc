#include "evaluators/text/number.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

TEST(NumberTest, ReadsWhatPeopleType) {
  EXPECT_DOUBLE_EQ(ReadNumberAt("10,000.5", 0)->value, 10000.5);
  EXPECT_DOUBLE_EQ(ReadNumberAt(".25", 0)->value, 0.25);
  EXPECT_DOUBLE_EQ(ReadNumberAt("x1e-3", 1)->value, 1e-3);
  EXPECT_DOUBLE_EQ(ReadNumberAt("1,2", 0)->value, 1);  // a list, not thousands
  EXPECT_EQ(ReadNumberAt("3e", 0)->length, 1u);
  EXPECT_FALSE(ReadNumberAt("abc", 0));
  EXPECT_FALSE(ReadNumberAt("", 0));
}

TEST(NumberTest, EndlessDigitsStayFinite) {
  const std::string digits(400, '9');
  EXPECT_EQ(ReadNumberAt("0." + digits, 0)->length, 402u);
  EXPECT_EQ(ReadNumberAt("1e" + digits, 0)->length, 402u);
}

TEST(NumberTest, KnowsScales) {
  EXPECT_EQ(ScaleOf("k"), 1e3);
  EXPECT_EQ(ScaleOf("Ki"), 1024.0);
  EXPECT_EQ(ScaleOf("million"), 1e6);
  EXPECT_FALSE(ScaleOf("qps"));
}

}  // namespace
}  // namespace evaluators
