// Which failures pass, and how long they are waited for.
#include "evaluators/llm/retry_rules.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(RetryRulesTest, OnlyWhatPassesIsTriedAgain) {
  for (const int status : {429, 500, 502, 503, 504, 529}) EXPECT_TRUE(IsWorthRetrying(status));
  for (const int status : {200, 301, 400, 401, 403, 404, 413, 600}) {
    EXPECT_FALSE(IsWorthRetrying(status));
  }
}

TEST(RetryRulesTest, PausesDoubleAndChanceTakesUpToHalf) {
  EXPECT_EQ(BackOff(1, milliseconds(400), 0), milliseconds(400));
  EXPECT_EQ(BackOff(2, milliseconds(400), 0), milliseconds(800));
  EXPECT_EQ(BackOff(3, milliseconds(400), 0.5), milliseconds(1200));
  EXPECT_GT(BackOff(1, milliseconds(400), 0.999), milliseconds(199));
  EXPECT_EQ(BackOff(99, milliseconds(1), 0), milliseconds(1024));
}

TEST(RetryRulesTest, RetryAfterInBothForms) {
  const std::string date = "Wed, 21 Oct 2015 07:28:00 GMT";
  EXPECT_EQ(RetryAfter("7", ""), seconds(7));
  EXPECT_EQ(RetryAfter("0", ""), seconds(0));
  EXPECT_EQ(RetryAfter("99999999999999999999", ""), seconds(999'999'999));
  EXPECT_EQ(RetryAfter("Wed, 21 Oct 2015 07:29:30 GMT", date), seconds(90));
  EXPECT_EQ(RetryAfter("Wed, 21 Oct 2015 07:20:00 GMT", date), seconds(0));
}

TEST(RetryRulesTest, WhatCannotBeReadIsAbsent) {
  EXPECT_EQ(RetryAfter("", ""), std::nullopt);
  EXPECT_EQ(RetryAfter("soon", ""), std::nullopt);
  EXPECT_EQ(RetryAfter("-1", ""), std::nullopt);
  EXPECT_EQ(RetryAfter("Wed, 21 Oct 2015 07:29:30 GMT", ""), std::nullopt);
}

}  // namespace
}  // namespace evaluators
