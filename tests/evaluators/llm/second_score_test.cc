// When a model's score is not to be relied on.
#include "evaluators/llm/second_score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::Feedback;
using interview::FeedbackClaim;
using interview::SecondScore;
using testing::HasSubstr;

// Four points of one weight, of which the first was earned.
const std::vector<CreditedPoint> kPoints = {
    {"names it", 1, 1}, {"derives it", 1, 0}, {"bounds it", 1, 0}, {"tests it", 1, 0}};
const std::vector<std::string> kAnswer = {
    "It is called decay and I would derive, bound and test it."};

std::string Judge(double score, std::optional<double> local, std::vector<FeedbackClaim> strengths,
                  std::vector<FeedbackClaim> gaps,
                  const std::vector<CreditedPoint>& points = kPoints) {
  Feedback feedback;
  feedback.strengths = std::move(strengths);
  feedback.gaps = std::move(gaps);
  feedback.second_score = SecondScore{score, "", local, ""};
  return FindNoSupport(feedback, points, kAnswer);
}

TEST(SecondScore, NearTheLocalOneNeedsOneClaimThatStands) {
  EXPECT_EQ(Judge(0.5, 0.25, {{"Good.", "called decay", ""}}, {}), "");
  EXPECT_EQ(Judge(0.0, 0.25, {}, {{"Thin.", "called decay", ""}}), "");
  EXPECT_THAT(Judge(0.25, 0.25, {}, {}), HasSubstr("No claim"));
}

TEST(SecondScore, FarAboveNeedsQuotedPointsThatCarryIt) {
  const FeedbackClaim derives{"", "I would derive", "derives it"},
      bounds{"", "bound and test", "bounds it"};
  EXPECT_THAT(Judge(0.9, 0.25, {{"Fine.", "called decay", ""}}, {}),
              HasSubstr("carry 25 of 100 at most, not 90"));
  EXPECT_THAT(Judge(0.9, 0.25, {derives}, {}), HasSubstr("carry 50 of 100"));
  EXPECT_EQ(Judge(0.9, 0.25, {derives, bounds}, {}), "");
  EXPECT_THAT(Judge(0.9, 0.25, {derives, {"", "i  would DERIVE", "bounds it"}}, {}),
              HasSubstr("carry 50"))
      << "one quotation counts once";
}

TEST(SecondScore, FarBelowNeedsQuotedGapsThatCarryIt) {
  const std::vector<CreditedPoint> earned = {{"names it", 1, 1}, {"derives it", 1, 1}};
  EXPECT_THAT(Judge(0.1, 1, {}, {{"", "called decay", ""}}, earned),
              HasSubstr("carry 100 of 100 at least, not 10"));
  EXPECT_THAT(Judge(0.1, 1, {}, {{"", "called decay", "names it"}}, earned), HasSubstr("carry 50"));
  EXPECT_EQ(Judge(0.3, 1, {}, {{"", "called decay", "names it"}}, earned), "");
}

TEST(SecondScore, NoQuotationChangesWhatWasMeasured) {
  const std::vector<CreditedPoint> tests = {{"passes the tests", 1, 0, true}};
  EXPECT_THAT(Judge(1, 0, {{"", "called decay", "passes the tests"}}, {}, tests),
              HasSubstr("carry 0 of 100"));
}

TEST(SecondScore, WithoutALocalOneTheClaimsDecide) {
  EXPECT_EQ(Judge(0.9, std::nullopt, {{"Good.", "called decay", ""}}, {}), "");
}

}  // namespace
}  // namespace evaluators
