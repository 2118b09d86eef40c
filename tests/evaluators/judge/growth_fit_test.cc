// Classes are found, with lower terms and noise beside them, and what is none is not claimed.
#include "evaluators/judge/growth_fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace evaluators {
namespace {

const std::vector<double> kSizes = {64, 128, 256, 512, 1024, 2048};

std::vector<GrowthSample> Samples(const std::vector<double>& sizes, double (*cost)(double)) {
  std::vector<GrowthSample> samples;
  for (const double n : sizes) samples.push_back({n, cost(n)});
  return samples;
}

struct Curve {
  const char* name;
  double (*cost)(double n);
};

const std::vector<Curve> kCurves = {
    {"O(1)", [](double) { return 37.0; }},
    {"O(log n)", [](double n) { return 12 + 5 * std::floor(std::log2(n)); }},
    {"O(n)", [](double n) { return 90 + 7 * n; }},
    {"O(n)", [](double n) { return 40 * std::log2(n) + 3 * n; }},
    {"O(n log n)", [](double n) { return 60 + n * std::log2(n); }},
    {"O(n log n)", [](double n) { return 8 * n + n * std::log2(n); }},
    {"O(n^2)", [](double n) { return n * (n - 1) / 2; }},
    {"O(n^2)", [](double n) { return 300 * n + n * n; }},
    {"O(n^3)", [](double n) { return n * n * n / 6 + 9 * n * n; }},
};

TEST(ClassifyCounts, FindsTheClassBesideLowerTerms) {
  for (const Curve& curve : kCurves) {
    const GrowthVerdict verdict = ClassifyCounts(Samples(kSizes, curve.cost));
    EXPECT_EQ(verdict.name, curve.name);
    EXPECT_TRUE(verdict.confident) << curve.name;
    EXPECT_LT(verdict.error, 0.06) << curve.name;
  }
}

TEST(ClassifyCounts, TellsExponentialGrowthFromPowers) {
  const std::vector<double> sizes = {10, 12, 14, 16, 18};
  for (double (*const cost)(double) :
       {+[](double n) { return 5 * std::pow(2, n); }, +[](double n) { return n * std::pow(2, n); },
        +[](double n) { return 40 + std::pow(1.618, n); },
        +[](double n) { return std::pow(3, n); }}) {
    const GrowthVerdict verdict = ClassifyCounts(Samples(sizes, cost));
    EXPECT_EQ(verdict.name, "O(2^n)");
    EXPECT_TRUE(verdict.confident);
  }
  EXPECT_EQ(ClassifyCounts(Samples(sizes, [](double n) { return n * n * n; })).name, "O(n^3)");
  EXPECT_EQ(ClassifyCounts(Samples(kSizes, [](double n) { return n * n * n * n; })).name,
            "faster than O(n^3)");
}

TEST(ClassifyCounts, KeepsItsHeadInNoise) {
  for (const Curve& curve : kCurves) {
    std::mt19937 random(5);
    int wrong = 0;
    for (int round = 0; round < 100; ++round) {
      std::vector<GrowthSample> samples = Samples(kSizes, curve.cost);
      for (GrowthSample& s : samples)
        s.cost *= 0.97 + 0.06 * static_cast<double>(random() % 1000) / 1000;
      const GrowthVerdict verdict = ClassifyCounts(samples);
      if (verdict.confident && verdict.name != curve.name) ++wrong;
    }
    EXPECT_LE(wrong, 3) << curve.name;
  }
}

TEST(ClassifyCounts, IsUnsureWhereNoCurveFits) {
  const GrowthVerdict noise =
      ClassifyCounts({{1000, 1.0}, {2000, 9.0}, {4000, 2.0}, {8000, 30.0}, {16'000, 3.0}});
  EXPECT_FALSE(noise.confident);
  EXPECT_TRUE(ClassifyCounts({{1000, 1.0}, {2000, 2.0}}).name.empty());
}

TEST(ClassifyMemory, LooksThroughCapacitiesThatDouble) {
  std::vector<GrowthSample> samples;
  for (const double n : {1000.0, 3000.0, 5000.0, 20'000.0, 40'000.0}) {
    samples.push_back({n, 4 * std::pow(2, std::ceil(std::log2(n)))});
  }
  EXPECT_EQ(ClassifyMemory(samples).name, "O(n)");
  EXPECT_EQ(ClassifyMemory({{64, 1}, {128, 1}, {256, 1}, {512, 1}, {1024, 1}}).name, "O(1)");
}

const std::vector<double> kTimedSizes = {1000, 2000, 4000, 8000, 16'000};

TEST(ClassifyTimes, FindsTheExponent) {
  const GrowthVerdict linear =
      ClassifyTimes(Samples(kTimedSizes, [](double n) { return 0.01 * n; }));
  EXPECT_EQ(linear.name, "O(n) or O(n log n)");
  EXPECT_NEAR(linear.exponent, 1, 1e-9);
  EXPECT_TRUE(linear.confident);
  const GrowthVerdict sorting =
      ClassifyTimes(Samples(kTimedSizes, [](double n) { return 1e-4 * n * std::log(n); }));
  EXPECT_EQ(sorting.name, "O(n) or O(n log n)");
  const GrowthVerdict square =
      ClassifyTimes(Samples(kTimedSizes, [](double n) { return 1e-5 * n * n; }));
  EXPECT_EQ(square.name, "O(n^2)");
  EXPECT_TRUE(square.confident);
}

TEST(ClassifyTimes, IsUnsureOfNoiseAndOfTimesTooShort) {
  const GrowthVerdict noise =
      ClassifyTimes({{1000, 1.0}, {2000, 9.0}, {4000, 2.0}, {8000, 30.0}, {16'000, 3.0}});
  EXPECT_FALSE(noise.confident);
  EXPECT_FALSE(ClassifyTimes(Samples(kTimedSizes, [](double n) { return 1e-8 * n; })).confident);
  EXPECT_TRUE(ClassifyTimes({{1000, 1.0}, {2000, 2.0}}).name.empty());
}

}  // namespace
}  // namespace evaluators
