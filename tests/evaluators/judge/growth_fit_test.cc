// Power laws are found, and what is none is not claimed.
#include "evaluators/judge/growth_fit.h"

#include <gtest/gtest.h>

#include <cmath>

namespace evaluators {
namespace {

std::vector<GrowthSample> Samples(double (*ms)(double)) {
  std::vector<GrowthSample> samples;
  for (const double n : {1000.0, 2000.0, 4000.0, 8000.0, 16'000.0}) samples.push_back({n, ms(n)});
  return samples;
}

TEST(GrowthFit, FindsTheExponent) {
  const interview::GrowthFit linear = FitGrowth(Samples([](double n) { return 0.01 * n; }));
  EXPECT_EQ(linear.growth_class, "O(n) or O(n log n)");
  EXPECT_NEAR(linear.exponent, 1, 1e-9);
  EXPECT_TRUE(linear.confident);
  const interview::GrowthFit sorting =
      FitGrowth(Samples([](double n) { return 1e-4 * n * std::log(n); }));
  EXPECT_EQ(sorting.growth_class, "O(n) or O(n log n)");
  const interview::GrowthFit square = FitGrowth(Samples([](double n) { return 1e-5 * n * n; }));
  EXPECT_EQ(square.growth_class, "O(n^2)");
  EXPECT_TRUE(square.confident);
}

TEST(GrowthFit, IsUnsureOfNoiseAndBetweenClasses) {
  const interview::GrowthFit noise =
      FitGrowth({{1000, 1.0}, {2000, 9.0}, {4000, 2.0}, {8000, 30.0}, {16'000, 3.0}});
  EXPECT_FALSE(noise.confident);
  const interview::GrowthFit tiny = FitGrowth(Samples([](double n) { return 1e-8 * n; }));
  EXPECT_FALSE(tiny.confident);
  EXPECT_TRUE(FitGrowth({{1000, 1.0}, {2000, 2.0}}).growth_class.empty());
}

}  // namespace
}  // namespace evaluators
