// Plans survive the way to JSON and back.
#include "interview/model/plan.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

TEST(SessionPlan, ComesBackFromJsonAsItWas) {
  SessionPlan plan;
  plan.kind = SessionKind::kLoop;
  plan.title = "MLE onsite";
  plan.preset = "onsite-mle";
  plan.level = "senior";
  plan.decision_rule = "standard";
  plan.language = Language::kCpp;
  plan.time_scale = 1.25;
  PlannedRound round;
  round.kind = RoundKind::kMlCoding;
  round.title = "ML coding";
  round.length = std::chrono::minutes(60);
  round.weight = 1.25;
  round.assist = AssistLevel::kWhiteboard;
  round.phases = {{"clarify", "Clarify", std::chrono::minutes(6)},
                  {"derive", "Derive", std::chrono::milliseconds(90001)}};
  round.questions = {{"kmeans-lloyd", 3, "k-Means"}};
  round.break_after = std::chrono::minutes(10);
  plan.rounds = {round, PlannedRound()};
  const std::string text = DumpJson(ToJson(plan));
  const Result<SessionPlan> back = ParseSessionPlan(*ParseJson(text, "plan"), "plan");
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(DumpJson(ToJson(*back)), text);
  EXPECT_EQ(back->rounds[0].phases[1].budget, std::chrono::milliseconds(90001));
  EXPECT_EQ(back->rounds[0].questions[0].version, 3);
  EXPECT_EQ(back->rounds[0].assist, AssistLevel::kWhiteboard);
  EXPECT_EQ(back->rounds[1].assist, AssistLevel::kPlain);
  EXPECT_EQ(back->level, "senior");
  EXPECT_EQ(back->kind, SessionKind::kLoop);
  EXPECT_EQ(back->language, Language::kCpp);
}

TEST(SessionPlan, ARoundOfBeforeThereWereAssistLevelsIsPlain) {
  const Result<SessionPlan> plan = ParseSessionPlan(
      *ParseJson(R"({"kind": "drill", "rounds": [{"kind": "coding"}]})", "x"), "stored plan");
  ASSERT_TRUE(plan) << plan.error().message;
  EXPECT_EQ(plan->rounds[0].assist, AssistLevel::kPlain);
}

TEST(SessionPlan, AnUnknownAssistLevelIsNamed) {
  const Result<SessionPlan> plan = ParseSessionPlan(
      *ParseJson(R"({"kind": "drill", "rounds": [{"kind": "coding", "assist": "oracle"}]})", "x"),
      "stored plan");
  ASSERT_FALSE(plan);
  EXPECT_NE(plan.error().message.find("\"oracle\" is no assist level"), std::string::npos);
}

TEST(SessionPlan, AnUnknownKindOfRoundIsNamed) {
  const Result<SessionPlan> plan = ParseSessionPlan(
      *ParseJson(R"({"kind": "drill", "rounds": [{"kind": "poker"}]})", "x"), "stored plan");
  ASSERT_FALSE(plan);
  EXPECT_NE(plan.error().message.find("\"poker\" is not a kind of round"), std::string::npos);
}

}  // namespace
}  // namespace interview
