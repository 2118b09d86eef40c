#include "evaluators/diagram/estimate_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace evaluators {
namespace {

double Read(std::string_view typed, std::string_view unit) {
  const auto reading = ReadEstimate(typed, unit);
  EXPECT_TRUE(reading) << typed;
  EXPECT_EQ(reading->low, reading->high) << typed;
  return reading->low;
}

TEST(ReadEstimateTest, TheValueBehindTheLastEqualsSignCounts) {
  EXPECT_DOUBLE_EQ(Read("100e6*10/86400 = 11.6k qps", "qps"), 11600);
  EXPECT_DOUBLE_EQ(Read("3*11.6k = 34.8k = 35k", "qps"), 35000);
  EXPECT_DOUBLE_EQ(Read("100M × 10 ≈ 1B rows", "rows"), 1e9);
  EXPECT_DOUBLE_EQ(Read("100M * 10 / 86400 =", "qps"), 1e9 / 86400);
}

TEST(ReadEstimateTest, ForgivesWordsAndSpelling) {
  EXPECT_DOUBLE_EQ(Read("about 12,000 requests per second", "qps"), 12000);
  EXPECT_DOUBLE_EQ(Read("12kqps", "qps"), 12000);
  EXPECT_DOUBLE_EQ(Read("11.6k/s", "qps"), 11600);
  EXPECT_DOUBLE_EQ(Read("users 100M x 10 per day", "views"), 1e9);
  EXPECT_DOUBLE_EQ(Read("10% of it", "share"), 0.1);
  EXPECT_DOUBLE_EQ(Read("2 million (average)", "rows"), 2e6);
  EXPECT_FALSE(ReadEstimate("no idea", "qps"));
  EXPECT_FALSE(ReadEstimate("", "qps"));
}

TEST(ReadEstimateTest, ConvertsUnitsOfOneFamily) {
  EXPECT_DOUBLE_EQ(Read("25600 MB", "GB"), 25.6);
  EXPECT_DOUBLE_EQ(Read("0.0256 TB", "GB"), 25.6);
  EXPECT_DOUBLE_EQ(Read("100e6*64*4 bytes = 25.6 GB", "GB"), 25.6);
  EXPECT_DOUBLE_EQ(Read("0.1 s", "ms"), 100);
  EXPECT_TRUE(ReadEstimate("20 ms", "GB")->other_unit);
  EXPECT_FALSE(ReadEstimate("20 MB", "GB")->other_unit);
}

TEST(ReadEstimateTest, ArrowsAnnounceAResult) {
  EXPECT_DOUBLE_EQ(Read("100M*10 -> 1B", "rows"), 1e9);
  EXPECT_DOUBLE_EQ(Read("100M*10 → 1B rows", "rows"), 1e9);
  EXPECT_DOUBLE_EQ(Read("100M*10 => 1B", "rows"), 1e9);
  EXPECT_DOUBLE_EQ(Read("100M*10 ~= 1B", "rows"), 1e9);
}

TEST(ReadEstimateTest, RaisedDigitsArePowers) {
  EXPECT_DOUBLE_EQ(Read("2 × 10⁹ rows", "rows"), 2e9);
  EXPECT_DOUBLE_EQ(Read("10¹²", "rows"), 1e12);
  EXPECT_DOUBLE_EQ(Read("2^30", "bytes"), 1073741824.0);
}

TEST(ReadEstimateTest, ASingleNumberWithAPeriodBecomesTheRateAskedFor) {
  EXPECT_DOUBLE_EQ(Read("1B per day", "qps"), 1e9 / 86400);
  EXPECT_DOUBLE_EQ(Read("= 600k requests / minute", "qps"), 10000);
  EXPECT_DOUBLE_EQ(Read("12k/s", "items/s"), 12000);
  EXPECT_DOUBLE_EQ(Read("10B/month", "qps"), 10e9 / (30 * 86400));
  EXPECT_DOUBLE_EQ(Read("20B rows per day", "rows"), 20e9);  // no rate is asked for
  EXPECT_DOUBLE_EQ(Read("1B per day / 86400", "qps"), 1e9 / 86400);
}

TEST(ReadEstimateTest, AShareOfSomethingMultiplies) {
  EXPECT_DOUBLE_EQ(Read("10% of 10e9", "rows"), 1e9);
  EXPECT_DOUBLE_EQ(Read("1/4 of 100M", "rows"), 25e6);
  EXPECT_DOUBLE_EQ(Read("2 of them", "rows"), 2);
}

TEST(ReadEstimateTest, ARangeHasTwoEnds) {
  for (const char* range :
       {"10-12k qps", "10k-12k", "10 to 12k", "~10k – 12k qps", "10 k - 12 k"}) {
    const auto reading = ReadEstimate(range, "qps");
    ASSERT_TRUE(reading) << range;
    EXPECT_DOUBLE_EQ(reading->low, 10000) << range;
    EXPECT_DOUBLE_EQ(reading->high, 12000) << range;
  }
  const auto sizes = ReadEstimate("100M vectors = 20-30 GB", "GB");
  EXPECT_DOUBLE_EQ(sizes->low, 20);
  EXPECT_DOUBLE_EQ(sizes->high, 30);
  EXPECT_DOUBLE_EQ(Read("12k - 2k", "qps"), 10000);  // a difference
  EXPECT_DOUBLE_EQ(Read("2-3*4", "qps"), -10);
}

TEST(ContradictingWorkTest, SpeaksOnlyWhereNoUnitExplainsTheDifference) {
  EXPECT_TRUE(ContradictingWork("100M * 10 / 86400 = 50k qps", "qps"));
  EXPECT_FALSE(ContradictingWork("100M * 10 / 86400 = 12k qps", "qps"));
  EXPECT_FALSE(ContradictingWork("100e6*64*4 bytes = 25.6 GB", "GB"));
  EXPECT_FALSE(ContradictingWork("100e6*64*4 = 25.6 GB", "GB"));
  EXPECT_FALSE(ContradictingWork("2 times the average = 23k qps", "qps"));
  EXPECT_FALSE(ContradictingWork("11.6k qps", "qps"));
}

TEST(ReadEstimateTest, SurvivesAnything) {
  for (const char* odd : {"", "=", "^", "⁹", "10⁹⁹⁹", "-", "1-", "to 3", "1 to", "(((", "%", "B",
                          "1/0", "= = =", "\xff\xfe 12k", "1e999", "- - 5 to - 6"}) {
    ReadEstimate(odd, "qps");
    ReadEstimate(odd, "GB", LetterB::kBytes);
    ContradictingWork(odd, "qps");
  }
}

}  // namespace
}  // namespace evaluators
