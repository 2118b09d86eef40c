// Costs as candidates write them.
#include "interview/session/cost_claims.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

TEST(CostClaims, OneCostHasOneForm) {
  EXPECT_EQ(NormalCost("O(n log n)"), NormalCost("O(n*log(n))"));
  EXPECT_EQ(NormalCost("O(V+E)"), NormalCost("O(E + V) time"));
  EXPECT_EQ(NormalCost("O(n²)"), NormalCost("O(n**2)"));
  EXPECT_EQ(NormalCost("O(k)"), NormalCost("O(n)"));
  EXPECT_EQ(NormalCost("O(log N)"), NormalCost("O(log2(n))"));
  EXPECT_EQ(NormalCost("O(1) per operation"), NormalCost("O(1)"));
  EXPECT_NE(NormalCost("O(n)"), NormalCost("O(n log n)"));
  EXPECT_NE(NormalCost("O(n)"), NormalCost("O(n+m)"));
  EXPECT_NE(NormalCost("O(n^2)"), NormalCost("O(n^3)"));
  EXPECT_EQ(NormalCost("O(n"), "") << "an open parenthesis is no cost";
}

TEST(CostClaims, AreFoundInOrderWithTheirWords) {
  const auto claims =
      FindCostClaims("All pairs are quadratic; a table gives O(n) time and O(n) space.");
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims[0].cost, "n^2");
  EXPECT_EQ(claims[0].quote, "quadratic");
  EXPECT_EQ(claims[1].cost, "n");
  EXPECT_EQ(claims[1].quote, "O(n)");
  EXPECT_TRUE(FindCostClaims("It is fast. NO(SQL) aside (").size() <= 1);
  EXPECT_TRUE(FindCostClaims("").empty());
}

}  // namespace
}  // namespace interview
