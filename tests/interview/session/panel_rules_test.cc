// The shipped rules and how broken ones are complained about.
#include "interview/session/panel_rules.h"

#include <gtest/gtest.h>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

Json ShippedFile(const std::string& name) {
  return *ParseJson(*ReadFile(ONSITE_SOURCE_DIR "/rubrics/panel_rules/" + name), name);
}

TEST(PanelRules, ShipTheDimensionsAndBlockersOfEveryKind) {
  const PanelRules rules = ShippedRules();
  const auto summary = [&](RoundKind kind) {
    std::string text;
    for (const DimensionRule& d : rules.rounds.at(kind).dimensions) {
      text += d.id + (d.blocker ? "* " : " ");
    }
    return text;
  };
  EXPECT_EQ(summary(RoundKind::kCoding),
            "problem_solving* correctness* quality complexity testing communication ");
  EXPECT_EQ(
      summary(RoundKind::kMlCoding),
      "mathematical_grounding* correctness* numerical_quality testing trade_offs communication ");
  EXPECT_EQ(summary(RoundKind::kConcepts), "accuracy* depth application clarity ");
  EXPECT_EQ(
      summary(RoundKind::kSystemDesign),
      "framing* data_and_labels modelling system_and_serving* evaluation operations_and_safety "
      "communication ");
}

TEST(PanelRules, HintsCostByTheHighestRungTaken) {
  const HintCost cost = ShippedRules().rounds.at(RoundKind::kCoding).hint_cost;
  EXPECT_EQ(cost.At(0), 0);
  EXPECT_EQ(cost.At(1), 0.25);
  EXPECT_EQ(cost.At(2), 0.5);
  EXPECT_EQ(cost.At(3), 1);
  EXPECT_EQ(cost.At(9), 1);
}

TEST(PanelRules, BandsAreThoseOfTheLoopRules) {
  const PanelRules rules = ShippedRules();
  EXPECT_EQ(rules.BandOf(3.5), "strong_hire");
  EXPECT_EQ(rules.BandOf(3.49), "hire");
  EXPECT_EQ(rules.BandOf(2.99), "lean");
  EXPECT_EQ(rules.BandOf(2.49), "lean_no");
  EXPECT_EQ(rules.BandOf(1.99), "no");
}

TEST(PanelRules, BrokenRulesAreNamedWithFieldAndRemedy) {
  Json json = ShippedFile("coding.json");
  json["dimensions"][0].erase("anchors");
  json["hint_cost"]["dimension"] = "speed";
  json["extra"] = 1;
  const Result<RoundRules> rules = ParseRoundRules(json, "coding.json");
  ASSERT_FALSE(rules);
  for (const char* part : {"coding.json: dimensions: anchors: missing",
                           "\"speed\" is not a dimension", "coding.json: extra: unknown key"}) {
    EXPECT_NE(rules.error().message.find(part), std::string::npos) << rules.error().message;
  }
  Json decisions = ShippedFile("decisions.json");
  decisions["decisions"][0]["levels"]["senior"]["conditions"][0]["rounds"] = "some";
  PanelRules out;
  const Status status = ParseDecisions(decisions, "decisions.json", &out);
  ASSERT_FALSE(status);
  EXPECT_NE(status.error().message.find("must be \"every\" or \"one\""), std::string::npos);
}

TEST(PanelRules, AMissingFileIsNamed) {
  const Result<PanelRules> rules = LoadPanelRules("/nowhere/panel_rules");
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().code, ErrorCode::kNotFound);
  EXPECT_NE(rules.error().message.find("coding.json"), std::string::npos);
}

}  // namespace
}  // namespace interview::test
