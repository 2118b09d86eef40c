// Markers and silences of a session.
#include "interview/session/markers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

const std::string kPair = "pair-with-target";

std::vector<std::string> Told(const std::vector<Marker>& markers) {
  std::vector<std::string> told;
  for (const Marker& m : markers) {
    told.push_back(std::to_string(m.at.count() / 1000) + " " + std::string(ToString(m.kind)) +
                   (m.text.empty() ? "" : " " + m.text));
  }
  return told;
}

Evaluation JudgedAs(const EvaluationRequest& request, int passed) {
  Evaluation e = GradeByIds(request);
  if (e.judgement) e.judgement = Judged(passed, 10);
  return e;
}

TEST(Markers, NameEveryMomentWorthJumpingTo) {
  Sitting s;
  s.Start(DrillPlan(RoundKind::kCoding, kPair));
  s.Wait(seconds(10));
  s.Send(event::CandidateSaid{"can values be negative?"});
  s.Answer(GradeByIds);
  s.Wait(seconds(10));
  s.Send(event::PhaseEntered{1});
  s.Wait(seconds(50));
  s.Send(event::HintTaken{1});
  s.Wait(seconds(10));
  s.Send(event::Pasted{{TextField::Kind::kCode, kPair, "python"}, 40});
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s.Send(event::RunRequested{});
  s.Wait(seconds(1));
  s.Answer([](const EvaluationRequest& r) { return JudgedAs(r, 3); });
  s.Wait(seconds(9));
  s.Send(event::SubmitRequested{});
  s.Answer([](const EvaluationRequest& r) { return JudgedAs(r, 4); });
  s.Wait(seconds(10));
  s.Send(event::SubmitRequested{});
  s.Answer([](const EvaluationRequest& r) { return JudgedAs(r, 10); });
  EXPECT_THAT(Told(Markers(s.session, s.transcript)),
              testing::ElementsAre("0 phase Clarify", "10 fact negative", "20 phase Plan",
                                   "20 silence 50 s", "70 hint 1", "80 paste 40 characters",
                                   "81 run Wrong answer: 3 of 10",
                                   "90 failed_submit Wrong answer: 4 of 10", "100 first_green"));
}

TEST(Markers, RemindersAreAmongThem) {
  Sitting s;
  s.Start(DrillPlan(RoundKind::kCoding, kPair));
  s.Wait(minutes(36));
  EXPECT_THAT(Told(Markers(s.session, s.transcript)),
              testing::IsSupersetOf({"1350 reminder half", "2100 reminder 10"}));
}

TEST(Markers, OfAnEmptySessionThereAreNone) {
  const Session nothing(LookupIn({}), ShippedRules(), ShippedPersonas());
  EXPECT_TRUE(Markers(nothing, {}).empty());
}

TEST(Silences, LastFromOneActToTheNextAndPausesAreNone) {
  Sitting s;
  s.Start(DrillPlan(RoundKind::kCoding, kPair));
  s.Wait(seconds(40));
  s.Type(TextField::Kind::kProse, kPair, "plan", "a");
  s.Wait(seconds(35));
  s.Send(event::Paused{});
  s.Wait(seconds(500));
  s.Send(event::Resumed{});
  s.Wait(seconds(5));
  s.Type(TextField::Kind::kProse, kPair, "plan", "ab");
  s.Wait(seconds(45));
  s.Send(event::RoundSubmitted{});
  s.Wait(seconds(300));
  const std::vector<Silence> silences = Silences(s.session, s.transcript, seconds(30));
  ASSERT_EQ(silences.size(), 3u);
  EXPECT_EQ(silences[0].to - silences[0].from, seconds(40));
  EXPECT_EQ(silences[1].to - silences[1].from, seconds(35));
  EXPECT_EQ(silences[2].from, seconds(580));
  EXPECT_EQ(silences[2].to, seconds(625)) << "after the round nothing is silence";
}

}  // namespace
}  // namespace interview::test
