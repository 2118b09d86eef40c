#include "evaluators/diagram/estimate_check.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

TEST(EvaluateFormulaTest, FollowsPythonsRules) {
  EXPECT_DOUBLE_EQ(*EvaluateFormula("100e6*10/86400"), 100e6 * 10 / 86400);
  EXPECT_DOUBLE_EQ(*EvaluateFormula("0.1/(0.1+0.9/0.1)"), 0.1 / (0.1 + 0.9 / 0.1));
  EXPECT_DOUBLE_EQ(*EvaluateFormula("2 ** 3 ** 2"), 512);
  EXPECT_DOUBLE_EQ(*EvaluateFormula("-2**2 + 1"), -3);
  EXPECT_DOUBLE_EQ(*EvaluateFormula("8 - 2 - 1"), 5);
}

TEST(EvaluateFormulaTest, ErrorsNameThePlace) {
  for (const char* broken : {"", "2 +", "2 3", "(1", "import os", "1/0", "10k"}) {
    const auto result = EvaluateFormula(broken);
    ASSERT_FALSE(result) << broken;
    EXPECT_NE(result.error().message.find("cannot be read at character"), std::string::npos);
  }
  EXPECT_NE(EvaluateFormula("2 + x").error().message.find("character 5"), std::string::npos);
}

TEST(ReadEstimateTest, TheValueBehindTheLastEqualsSignCounts) {
  EXPECT_DOUBLE_EQ(*ReadEstimate("100e6*10/86400 = 11.6k qps", "qps"), 11600);
  EXPECT_DOUBLE_EQ(*ReadEstimate("3*11.6k = 34.8k = 35k", "qps"), 35000);
  EXPECT_DOUBLE_EQ(*ReadEstimate("100M × 10 ≈ 1B rows", "rows"), 1e9);
  EXPECT_DOUBLE_EQ(*ReadEstimate("100M * 10 / 86400 =", "qps"), 1e9 / 86400);
}

TEST(ReadEstimateTest, ForgivesWordsAndSpelling) {
  EXPECT_DOUBLE_EQ(*ReadEstimate("about 12,000 requests per second", "qps"), 12000);
  EXPECT_DOUBLE_EQ(*ReadEstimate("12kqps", "qps"), 12000);
  EXPECT_DOUBLE_EQ(*ReadEstimate("11.6k/s", "qps"), 11600);
  EXPECT_DOUBLE_EQ(*ReadEstimate("users 100M x 10 per day", "views"), 1e9);
  EXPECT_DOUBLE_EQ(*ReadEstimate("10% of it", "share"), 0.1);
  EXPECT_DOUBLE_EQ(*ReadEstimate("2 million (average)", "rows"), 2e6);
  EXPECT_FALSE(ReadEstimate("no idea", "qps"));
  EXPECT_FALSE(ReadEstimate("", "qps"));
}

TEST(ReadEstimateTest, ConvertsUnitsOfOneFamily) {
  EXPECT_DOUBLE_EQ(*ReadEstimate("25600 MB", "GB"), 25.6);
  EXPECT_DOUBLE_EQ(*ReadEstimate("0.0256 TB", "GB"), 25.6);
  EXPECT_DOUBLE_EQ(*ReadEstimate("100e6*64*4 bytes = 25.6 GB", "GB"), 25.6);
  EXPECT_DOUBLE_EQ(*ReadEstimate("0.1 s", "ms"), 100);
  EXPECT_DOUBLE_EQ(*ReadEstimate("20 ms", "GB"), 20);
}

TEST(EstimateCreditTest, HalfWithinTwiceTheTolerance) {
  interview::Estimate estimate;
  estimate.value = 100;
  estimate.tolerance_pct = 20;
  EXPECT_EQ(EstimateCredit(estimate, 120), 1);
  EXPECT_EQ(EstimateCredit(estimate, 139), 0.5);
  EXPECT_EQ(EstimateCredit(estimate, 141), 0);
  EXPECT_EQ(EstimateCredit(estimate, 61), 0.5);
  estimate.tolerance_pct = 40;
  EXPECT_EQ(EstimateCredit(estimate, 299), 0.5);
  EXPECT_EQ(EstimateCredit(estimate, 34), 0.5);
  EXPECT_EQ(EstimateCredit(estimate, 301), 0);
  EXPECT_EQ(EstimateCredit(estimate, -100), 0);
}

TEST(EstimateCheckTest, OneCriterionPerEstimate) {
  auto question = std::make_shared<interview::Question>();
  interview::SystemDesignSpec spec;
  spec.estimates = {{"qps", "Requests per second?", "10e6/86400", 116, "qps", 20},
                    {"gb", "Size?", "1e9/1e9", 1, "GB", 20}};
  question->spec = spec;
  interview::EvaluationRequest request;
  request.question = question;
  request.answer.estimates["qps"] = "10M/86400 = 120";
  const auto evaluation = EstimateCheck().Evaluate(request, {});
  ASSERT_TRUE(evaluation);
  EXPECT_DOUBLE_EQ(evaluation->score, 0.5);
  ASSERT_EQ(evaluation->criteria.size(), 2u);
  EXPECT_EQ(evaluation->criteria[0].span->part, "estimates/qps");
  EXPECT_NE(evaluation->criteria[1].reason.find("Not estimated"), std::string::npos);
}

}  // namespace
}  // namespace evaluators
