// Attempts and results of a finished session.
#include "interview/session/digest.h"

#include <gtest/gtest.h>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

const std::string kPair = "pair-with-target";  // 20 minutes, as every question here
const WallTime kStarted{Duration(1'790'000'000'000)};

// A drill of ten minutes that was accepted after eight, with one hint and a pause.
Sitting SolvedDrill() {
  Sitting s;
  s.Start(DrillPlan(RoundKind::kCoding, kPair));
  s.Wait(minutes(2));
  s.Send(event::HintTaken{1});
  s.Send(event::Paused{});
  s.Wait(minutes(30));
  s.Send(event::Resumed{});
  s.Prose(kPair, "plan", "baseline then insight, and the cost. edges");
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s.Wait(minutes(8));
  s.Send(event::SubmitRequested{});
  s.Answer(GradeByIds);
  s.Wait(minutes(5));
  s.Send(event::RoundSubmitted{});
  s.Answer(GradeByIds);
  s.Send(event::SelfRated{{{"testing", 3}}, 0});
  return s;
}

TEST(Digest, HasTheAttemptWithHintsAndTheTimeItTookToSolve) {
  const Sitting s = SolvedDrill();
  ASSERT_EQ(s.session.stage(), Stage::kFinished);
  const SessionDigest digest = MakeDigest("id", kStarted, s.session);
  ASSERT_EQ(digest.attempts.size(), 1u);
  const Attempt& attempt = digest.attempts[0];
  EXPECT_EQ(attempt.session, "id");
  EXPECT_EQ(attempt.question, kPair);
  EXPECT_TRUE(attempt.accepted);
  EXPECT_EQ(attempt.hint_level, 1);
  EXPECT_NEAR(attempt.time_ratio, 10.0 / 20, 1e-9) << "ten minutes without the pause";
  EXPECT_EQ(attempt.at, kStarted + minutes(45));
  EXPECT_GT(attempt.score, 0.5);
}

TEST(Digest, HasASkillForEveryRubricGroupAndTheTopic) {
  const SessionDigest digest = MakeDigest("id", kStarted, SolvedDrill().session);
  const auto& skills = digest.attempts.at(0).skills;
  EXPECT_EQ(skills.at("coding/problem_solving"), 1);
  EXPECT_EQ(skills.at("coding/communication"), 0);
  EXPECT_EQ(skills.at("coding/topic/hashing"), digest.attempts[0].score);
}

TEST(Digest, HasTheScoresOfTheRoundBesideTheSelfRating) {
  const Sitting s = SolvedDrill();
  const SessionDigest digest = MakeDigest("id", kStarted, s.session);
  ASSERT_EQ(digest.rounds.size(), 1u);
  EXPECT_EQ(digest.rounds[0].score, s.session.score_card()->rounds[0].score);
  EXPECT_EQ(digest.rounds[0].dimensions.at("testing").self_rating, 3);
}

TEST(Digest, WhatWasLeftBlankIsNoAttempt) {
  Sitting s;
  s.Start(DrillPlan(RoundKind::kCoding, kPair));
  s.Wait(minutes(1));
  s.Send(event::RoundSubmitted{});
  s.Send(event::SelfRated{{}, 0});
  EXPECT_TRUE(MakeDigest("id", kStarted, s.session).attempts.empty());
}

TEST(Digest, CodeWhoseJudgeBrokeIsNoAttempt) {
  Sitting s;
  s.Start(DrillPlan(RoundKind::kCoding, kPair));
  s.Prose(kPair, "plan", "baseline");
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s.Send(event::RoundSubmitted{});
  s.Answer([](const EvaluationRequest& request) {
    Evaluation e = GradeByIds(request);
    if (e.judgement) e.judgement->verdict = Verdict::kInternalError;
    return e;
  });
  s.Send(event::SelfRated{{}, 0});
  EXPECT_TRUE(MakeDigest("id", kStarted, s.session).attempts.empty());
}

}  // namespace
}  // namespace interview::test
