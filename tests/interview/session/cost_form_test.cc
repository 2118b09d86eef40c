// One normal form for each cost.
#include "interview/session/cost_form.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

TEST(CostForm, OneCostHasOneForm) {
  EXPECT_EQ(NormalCost("O(n log n)"), NormalCost("O(n*log(n))"));
  EXPECT_EQ(NormalCost("O(nlogn)"), NormalCost("log2 n * n"));
  EXPECT_EQ(NormalCost("O(V+E)"), NormalCost("O(E + V) time"));
  EXPECT_EQ(NormalCost("O(n²)"), NormalCost("O(n**2)"));
  EXPECT_EQ(NormalCost("O(n*n)"), NormalCost("Θ(n^2)"));
  EXPECT_EQ(NormalCost("O(log N)"), NormalCost("O(log2(n))"));
  EXPECT_EQ(NormalCost("O(1) per operation"), NormalCost("O(1)"));
  EXPECT_EQ(NormalCost("O(rc)"), NormalCost("O(c * r)"));
  EXPECT_EQ(NormalCost("O(√n)"), NormalCost("O(sqrt(n))"));
  EXPECT_EQ(NormalCost("O(n(n+m))"), NormalCost("O(n^2 + nm)"));
  EXPECT_EQ(NormalCost("O(min(n, k))"), NormalCost("O(min(k,n))"));
  EXPECT_NE(NormalCost("O(n)"), NormalCost("O(n log n)"));
  EXPECT_NE(NormalCost("O(n)"), NormalCost("O(n+m)"));
  EXPECT_NE(NormalCost("O(n^2)"), NormalCost("O(n^3)"));
  EXPECT_NE(NormalCost("O(2^n)"), NormalCost("O(n^2)"));
  EXPECT_NE(NormalCost("O(n!)"), NormalCost("O(n)"));
}

TEST(CostForm, WhatGrowsLessIsDropped) {
  EXPECT_EQ(NormalCost("O(2n + 7)"), "n");
  EXPECT_EQ(NormalCost("O(n + log n)"), "n");
  EXPECT_EQ(NormalCost("O(n^2 + n log n + n)"), "n^2");
  EXPECT_EQ(NormalCost("O(n log n + n)"), NormalCost("O(n log n)"));
  EXPECT_EQ(NormalCost("O(26)"), "1");
  EXPECT_EQ(NormalCost("O(n + m)"), "m+n") << "neither is known to be the larger";
  EXPECT_EQ(NormalCost("O(log(n^2))"), NormalCost("O(log n)"));
}

TEST(CostForm, WhatIsNoCostHasNone) {
  for (const char* text : {"O(n", "O()", "O(n+)", "O(n / k)", "", "O(((((((((((n)))))))))))",
                           "O(12345678901234567890^n)", "O(n^)"}) {
    EXPECT_EQ(NormalCost(text), "") << text;
  }
  const std::string long_product = "(a+b)(a+c)(a+d)(a+e)(a+f)(a+g)(a+h)(a+k)(a+l)";
  EXPECT_EQ(NormalCost(long_product), "") << "too many terms to be meant";
}

TEST(CostForm, SizesMayHaveOtherNames) {
  EXPECT_TRUE(IsSameCost(NormalCost("O(k)"), NormalCost("O(n)")));
  EXPECT_TRUE(IsSameCost(NormalCost("O(cap)"), NormalCost("O(n)")));
  EXPECT_TRUE(IsSameCost(NormalCost("O(a+b)"), NormalCost("O(V+E)")));
  EXPECT_TRUE(IsSameCost(NormalCost("O(p log q)"), NormalCost("O(n log k)")));
  EXPECT_FALSE(IsSameCost(NormalCost("O(k log n)"), NormalCost("O(n log k)")));
  EXPECT_FALSE(IsSameCost(NormalCost("O(n)"), NormalCost("O(n+m)")));
  EXPECT_FALSE(IsSameCost(NormalCost("O(n)"), NormalCost("O(1)")));
  EXPECT_FALSE(IsSameCost("", ""));
}

}  // namespace
}  // namespace interview
