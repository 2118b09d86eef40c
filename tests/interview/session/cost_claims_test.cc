// How costs are found in what people say.
#include "interview/session/cost_claims.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

using Of = CostClaim::Of;

CostClaim Only(const std::string& text) {
  const std::vector<CostClaim> claims = FindCostClaims(text);
  EXPECT_EQ(claims.size(), 1u) << text;
  return claims.empty() ? CostClaim{} : claims.front();
}

TEST(CostClaims, AreFoundInOrderWithTheirWords) {
  const auto claims =
      FindCostClaims("All pairs are quadratic; a table gives O(n) time and O(k) space.");
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims[0].cost, "n^2");
  EXPECT_EQ(claims[0].quote, "quadratic");
  EXPECT_EQ(claims[1].cost, "n");
  EXPECT_EQ(claims[1].quote, "O(n)");
  EXPECT_EQ(claims[2].quote, "O(k)");
  EXPECT_TRUE(FindCostClaims("It is fast. NO(SQL) aside (").empty());
  EXPECT_TRUE(FindCostClaims("").empty());
}

TEST(CostClaims, AreReadInEverySpelling) {
  const std::string n_log_n = NormalCost("O(n log n)");
  for (const char* text : {"O(n log n)", "o(n log n)", "O(nlogn)", "Θ(n log n)", "big O of n log n",
                           "big-O of n log n", "It is n log n.", "order n log n", "linearithmic",
                           "log-linear", "about n times log n"}) {
    EXPECT_EQ(Only(text).cost, n_log_n) << text;
  }
  for (const char* text : {"n squared", "n^2", "n²", "quadratic", "n to the power of 2", "O(n**2)",
                           "grows quadratically"}) {
    EXPECT_EQ(Only(text).cost, "n^2") << text;
  }
  EXPECT_EQ(Only("Θ(n·k)").cost, NormalCost("O(nk)"));
  EXPECT_EQ(Only("two nested loops, O(n x k)").cost, NormalCost("O(nk)"));
  EXPECT_EQ(Only("2^n subsets").cost, NormalCost("O(2^n)"));
  EXPECT_EQ(Only("n! orders").cost, NormalCost("O(n!)"));
  EXPECT_EQ(Only("It runs in log n.").cost, NormalCost("O(log n)"));
}

TEST(CostClaims, OtherThingsAreNoCosts) {
  for (const char* text :
       {"linear regression", "a constant factor", "an exponential moving average", "in order",
        "n rows and k columns", "the second step", "I sort it first", "constant", "from 1 to n"}) {
    EXPECT_TRUE(FindCostClaims(text).empty()) << text;
  }
}

TEST(CostClaims, TellTimeFromSpace) {
  const auto of = [](const std::string& text) {
    std::vector<Of> kinds;
    for (const CostClaim& claim : FindCostClaims(text)) kinds.push_back(claim.of);
    return kinds;
  };
  const std::vector<Of> time_space = {Of::kTime, Of::kSpace};
  EXPECT_EQ(of("O(n) time and O(1) space"), time_space);
  EXPECT_EQ(of("Time O(n log n), extra memory O(n)."), time_space);
  EXPECT_EQ(of("linear time, constant extra space"), time_space);
  EXPECT_EQ(of("It runs in O(n) with O(k) additional memory"), time_space);
  EXPECT_EQ(of("The stack takes up to n log n bytes"), std::vector<Of>{Of::kSpace});
  EXPECT_EQ(of("Space is O(n) and time is O(n)"), (std::vector<Of>{Of::kSpace, Of::kTime}));
}

TEST(CostClaims, OfAnotherWayAreMarked) {
  const auto alternatives = [](const std::string& text) {
    std::string quotes;
    for (const CostClaim& claim : FindCostClaims(text)) {
      if (claim.is_alternative) quotes += claim.quote + ";";
    }
    return quotes;
  };
  EXPECT_EQ(alternatives("Brute force is O(n^2), my table makes it O(n)."), "O(n^2);");
  EXPECT_EQ(alternatives("Instead of n squared it is linear."), "n squared;");
  EXPECT_EQ(alternatives("It goes from O(n^2) to O(n)."), "O(n^2);");
  EXPECT_EQ(alternatives("It is O(n). Sorting would be O(n log n)."), "O(n log n);");
  EXPECT_EQ(alternatives("O(n) time, which is better than O(n log n)"), "O(n log n);");
  EXPECT_EQ(alternatives("One pass, so O(n) time and O(1) space."), "");
}

TEST(CostClaims, NameACostInTheWordsOfTheCandidate) {
  EXPECT_TRUE(Names(Only("linear time"), "O(n + m)"));
  EXPECT_TRUE(Names(Only("O(a + b)"), "O(n+m)"));
  EXPECT_FALSE(Names(Only("O(n)"), "O(n + m)"));
  EXPECT_FALSE(Names(Only("linear time"), "O(n*m)"));
  EXPECT_FALSE(Names(Only("linear time"), "O(1)"));
  EXPECT_TRUE(Names(Only("constant time"), "O(1) per operation"));
}

}  // namespace
}  // namespace interview
