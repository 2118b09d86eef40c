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

class GradedEstimateTest : public testing::Test {
 protected:
  interview::Criterion Grade(const std::string& typed, double value, const std::string& unit,
                             double tolerance) {
    auto question = std::make_shared<interview::Question>();
    interview::SystemDesignSpec spec;
    spec.estimates = {{"it", "How much?", "1*1", value, unit, tolerance}};
    question->spec = spec;
    interview::EvaluationRequest request;
    request.question = question;
    request.answer.estimates["it"] = typed;
    return EstimateCheck().Evaluate(request, {})->criteria.at(0);
  }
};

TEST_F(GradedEstimateTest, AnExpressionWithARoundedResultIsRight) {
  EXPECT_EQ(Grade("100M * 10 / 86400 ≈ 12k qps", 11574, "qps", 20).credit, 1);
  EXPECT_EQ(Grade("100M * 10 / 86400", 11574, "qps", 20).credit, 1);
  EXPECT_EQ(Grade("100M * 10 / 86400 ≈ 15k qps", 11574, "qps", 20).credit, 0.5);
  EXPECT_EQ(Grade("100M * 10 / 86400 ≈ 50k qps", 11574, "qps", 20).credit, 0);
}

TEST_F(GradedEstimateTest, AResultThatItsCalculationDoesNotGiveIsTold) {
  EXPECT_NE(Grade("100M * 10 / 86400 = 50k qps", 11574, "qps", 20).reason.find("gives 1.157e+04"),
            std::string::npos);
  EXPECT_EQ(Grade("100e6*64*4 = 25.6 GB", 25.6, "GB", 20).reason.find("calculation"),
            std::string::npos);  // only the unit is left out
}

TEST_F(GradedEstimateTest, OfARangeTheWorseEndCounts) {
  EXPECT_EQ(Grade("10-12k qps", 11574, "qps", 20).credit, 1);
  EXPECT_EQ(Grade("between 10k and then some", 11574, "qps", 20).credit, 1);
  EXPECT_EQ(Grade("10 to 15k qps", 11574, "qps", 20).credit, 0.5);
  EXPECT_EQ(Grade("1k-1M qps", 11574, "qps", 20).credit, 0);
}

TEST_F(GradedEstimateTest, AnotherUnitIsWrongWhateverTheNumber) {
  const interview::Criterion criterion = Grade("25.6 ms", 25.6, "GB", 30);
  EXPECT_EQ(criterion.credit, 0);
  EXPECT_NE(criterion.reason.find("another unit"), std::string::npos);
}

TEST_F(GradedEstimateTest, TheLetterBMayBeBytes) {
  EXPECT_EQ(Grade("100M * 64 * 4B", 25.6, "GB", 30).credit, 1);
  EXPECT_EQ(Grade("20B", 20e9, "rows", 10).credit, 1);
}

}  // namespace
}  // namespace evaluators
