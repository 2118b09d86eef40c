// The state machine: rounds, clock, conversation, tickets, and the fold that rebuilds it.
#include "interview/session/session.h"

#include <gtest/gtest.h>

#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

using K = RoundKind;

const std::string kPair = "pair-with-target";

SessionPlan OnsitePlan() {
  return PlanLoop(*ShippedLoops().Find("onsite-mle"), ShippedLoops().phases, SmallBank(),
                  PlanOptions{})
      ->plan;
}

// Folds the stored events and drops every effect.
Session Refold(const std::vector<Event>& transcript) {
  Session folded(LookupIn(SmallBank()), ShippedRules(), ShippedPersonas());
  for (const Event& event : transcript) folded.Handle(event);
  return folded;
}

void ExpectFoldsToTheSameState(const Sitting& sitting) {
  EXPECT_EQ(DumpJson(Refold(sitting.transcript).DebugJson(), 1),
            DumpJson(sitting.session.DebugJson(), 1));
}

TEST(Session, StartsItsFirstRoundWithGreetingQuestionAndStarter) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  EXPECT_EQ(s.session.stage(), Stage::kInRound);
  EXPECT_EQ(s.Said("greeting").size(), 1u);
  EXPECT_EQ(s.Said("question").size(), 1u);
  const QuestionWork& work = *s.session.current_work();
  EXPECT_NE(work.answer.source.find("find_pair"), std::string::npos);
  EXPECT_FALSE(work.HasCode()) << "an untouched starter is no answer";
  EXPECT_FALSE(work.first_edit);
}

TEST(Session, AFullLoopOfFourHoursRunsByTimeAlone) {
  Sitting s;
  s.Start(OnsitePlan());
  int rounds = 0;
  Duration played{};
  while (s.session.stage() != Stage::kFinished && s.now < std::chrono::hours(6)) {
    s.Wait(minutes(1));
    if (s.session.stage() == Stage::kSelfRating) {
      ++rounds;
      EXPECT_TRUE(s.session.current_round()->automatic);
      played += s.session.Clock(s.now).elapsed;
      s.Send(event::SelfRated{{{"correctness", 2}}, s.session.round()});
    }
  }
  EXPECT_EQ(rounds, 5);
  EXPECT_EQ(s.session.stage(), Stage::kFinished);
  // Rounds of 255 minutes, two breaks of ten, and under a minute each until the self-rating above.
  EXPECT_EQ(played, minutes(255));
  EXPECT_GE(s.now, minutes(275));
  EXPECT_LE(s.now, minutes(282));
  ASSERT_TRUE(s.session.score_card());
  EXPECT_EQ(s.session.score_card()->decision, "not_enough_evidence") << "nothing was answered";
  EXPECT_LT(s.transcript.size(), 200u) << "time that passed without effect is not stored";
  ExpectFoldsToTheSameState(s);
}

TEST(Session, SaysEveryReminderOnceAndInOrder) {
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  s.Wait(minutes(44));
  s.Send(event::TimePassed{});
  EXPECT_EQ(s.Said("reminder:"),
            (std::vector<std::string>{"reminder:half", "reminder:10", "reminder:5", "reminder:1"}));
  for (const Utterance& u : s.session.conversation()) {
    if (u.why == "reminder:half") {
      EXPECT_EQ(u.at, minutes(22) + seconds(30));
    }
    if (u.why == "reminder:10") {
      EXPECT_EQ(u.at, minutes(35));
    }
    if (u.why == "reminder:5") {
      EXPECT_EQ(u.at, minutes(40));
    }
    if (u.why == "reminder:1") {
      EXPECT_EQ(u.at, minutes(44));
    }
  }
}

TEST(Session, AfterAGapOnlyTheLatestReminderIsSaid) {
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  s.now = minutes(41);
  s.Send(event::TimePassed{});
  s.Send(event::TimePassed{});
  EXPECT_EQ(s.Said("reminder:"), (std::vector<std::string>{"reminder:5"}));
}

TEST(Session, ShortRoundsSkipRemindersThatWouldComeBeforeHalfTime) {
  EXPECT_EQ(DueReminder(minutes(1), minutes(10)), "");
  EXPECT_EQ(DueReminder(minutes(5), minutes(10)), "half");
  EXPECT_EQ(DueReminder(minutes(9), minutes(10)), "1");
  EXPECT_EQ(DueReminder(minutes(20), minutes(30)), "10");
}

TEST(Session, AtZeroTheRoundSubmitsWhatIsThere) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums):\n    return 1\n");
  s.Wait(minutes(45));
  EXPECT_EQ(s.session.stage(), Stage::kSelfRating);
  EXPECT_TRUE(s.session.current_round()->automatic);
  ASSERT_EQ(s.requests.size(), 1u);
  EXPECT_EQ(s.requests[0].request.kind, EvaluationKind::kJudge);
  EXPECT_EQ(s.session.Clock(s.now + minutes(5)).left, Duration::zero());
  EXPECT_EQ(s.session.Clock(s.now + minutes(5)).elapsed, minutes(45));
}

TEST(Session, NothingBlankIsEverEvaluated) {
  Sitting s;
  s.Start(DrillPlan(K::kSystemDesign, "feed-ranking"));
  s.Prose("feed-ranking", "metrics", "  \n ");
  s.Send(event::RoundSubmitted{});
  EXPECT_TRUE(s.requests.empty());
  s.Send(event::SelfRated{{}, 0});
  ASSERT_TRUE(s.session.score_card());
  for (const DimensionScore& d : s.session.score_card()->rounds[0].dimensions) {
    EXPECT_FALSE(d.score) << d.id;
  }
  EXPECT_FALSE(s.session.score_card()->score);
  EXPECT_EQ(s.session.score_card()->decision, "");
}

TEST(Session, PausesOnlyInDrillsAndTheClockStandsStill) {
  Sitting drill;
  drill.Start(DrillPlan(K::kCoding, kPair));
  drill.Wait(minutes(3));
  drill.Send(event::Paused{});
  EXPECT_EQ(drill.session.stage(), Stage::kPaused);
  drill.Wait(minutes(60));
  EXPECT_EQ(drill.session.Clock(drill.now).elapsed, minutes(3));
  drill.Type(TextField::Kind::kProse, kPair, "plan", "typed while paused");
  EXPECT_TRUE(drill.session.current_work()->answer.prose.empty());
  drill.Send(event::Resumed{});
  drill.Wait(minutes(2));
  EXPECT_EQ(drill.session.Clock(drill.now).elapsed, minutes(5));
  EXPECT_EQ(drill.session.Clock(drill.now).phase_elapsed[0], minutes(5));
  ASSERT_EQ(drill.session.pauses().size(), 1u);
  EXPECT_EQ(drill.session.pauses()[0].to, minutes(63));
  EXPECT_TRUE(drill.session.current_round()->paused);
  ExpectFoldsToTheSameState(drill);

  Sitting loop;
  loop.Start(OnsitePlan());
  loop.Send(event::Paused{});
  EXPECT_EQ(loop.session.stage(), Stage::kInRound);
  EXPECT_TRUE(loop.session.pauses().empty());
}

TEST(Session, CountsTheTimeOfEachPhaseHoweverOftenItIsEntered) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Wait(minutes(2));
  s.Send(event::PhaseEntered{2});
  s.Wait(minutes(10));
  s.Send(event::PhaseEntered{0});
  s.Wait(minutes(1));
  s.Send(event::PhaseEntered{9});
  const RoundClock clock = s.session.Clock(s.now);
  EXPECT_EQ(clock.phase_elapsed[0], minutes(3));
  EXPECT_EQ(clock.phase_elapsed[2], minutes(10));
  EXPECT_EQ(clock.phase_budgets[2], minutes(20));
  EXPECT_EQ(clock.left, minutes(32));
}

TEST(Session, BreaksEndEarlyOrByThemselves) {
  for (const bool early : {true, false}) {
    Sitting s;
    SessionPlan plan = DrillPlan(K::kCoding, kPair);
    plan.rounds.push_back(plan.rounds[0]);
    plan.rounds[0].break_after = minutes(10);
    s.Start(plan);
    s.Send(event::RoundSubmitted{});
    s.Send(event::SelfRated{{}, 0});
    EXPECT_EQ(s.session.stage(), Stage::kBreak);
    s.Wait(minutes(4));
    EXPECT_EQ(s.session.BreakLeft(s.now), minutes(6));
    if (early) {
      s.Send(event::BreakEnded{});
    } else {
      s.Wait(minutes(6));
    }
    EXPECT_EQ(s.session.stage(), Stage::kInRound);
    EXPECT_EQ(s.session.round(), 1);
    EXPECT_EQ(s.session.current_round()->started, early ? minutes(4) : minutes(10));
  }
}

TEST(Session, IgnoresAStaleTicket) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(event::RunRequested{});
  s.Send(event::RunRequested{});
  ASSERT_EQ(s.requests.size(), 2u);
  EXPECT_EQ(s.session.pending().size(), 1u) << "the second run replaces the first";
  Evaluation run;
  run.kind = EvaluationKind::kRunVisible;
  run.judgement = Judged(10, 10);
  s.Send(event::EvaluationArrived{s.requests[0].ticket, run});
  EXPECT_TRUE(s.session.current_work()->runs.empty());
  EXPECT_FALSE(s.session.current_work()->first_green);
  s.now = minutes(3);
  s.Send(event::EvaluationArrived{s.requests[1].ticket, run});
  EXPECT_EQ(s.session.current_work()->runs.size(), 1u);
  EXPECT_EQ(s.session.current_work()->first_green, minutes(3));
  s.Send(event::EvaluationArrived{s.requests[1].ticket, run});
  EXPECT_EQ(s.session.current_work()->runs.size(), 1u) << "a ticket is good for one arrival";
  s.Send(event::EvaluationArrived{424242, run});
  ExpectFoldsToTheSameState(s);
}

Evaluation Failing(EvaluationKind kind, int index, Verdict verdict = Verdict::kWrongAnswer) {
  Evaluation evaluation;
  evaluation.kind = kind;
  evaluation.judgement = Judged(1, 2);
  evaluation.judgement->verdict = verdict;
  Failure failure;
  failure.index = index;
  failure.input = Json{{"args", {{5, 4, 3}}}};
  evaluation.judgement->first_failure = failure;
  return evaluation;
}

Evaluation Shrunk(int index) {
  Evaluation evaluation = Failing(EvaluationKind::kShrink, index);
  evaluation.judgement->first_failure->shrunk_input = Json{{"args", {{1}}}};
  return evaluation;
}

TEST(Session, ShrinksWhatFailedWithTheCodeThatFailed) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(event::ShrinkRequested{});
  EXPECT_TRUE(s.requests.empty()) << "nothing has failed yet";
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums):\n    return 1\n");
  s.Send(event::SubmitRequested{});
  s.Send(event::EvaluationArrived{s.requests[0].ticket, Failing(EvaluationKind::kJudge, 17)});
  const std::string failed = s.requests[0].request.answer.source;
  s.Type(TextField::Kind::kCode, kPair, "python", "# something else by now\n");
  s.Send(event::ShrinkRequested{});
  s.Send(event::ShrinkRequested{});
  ASSERT_EQ(s.requests.size(), 2u) << "asked for twice, done once";
  EXPECT_EQ(s.requests[1].request.kind, EvaluationKind::kShrink);
  EXPECT_EQ(s.requests[1].request.answer.source, failed);
  EXPECT_EQ(s.requests[1].request.input, (Json{{"index", 17}}));
  const QuestionWork& work = *s.session.current_work();
  EXPECT_NE(work.answer.source, failed);
  s.Send(event::EvaluationArrived{s.requests[1].ticket, Shrunk(17)});
  EXPECT_EQ(work.judgements.back().evaluation.judgement->first_failure->shrunk_input,
            (Json{{"args", {{1}}}}));
  EXPECT_EQ(work.Shrinkable(), nullptr) << "it is small already";
  ExpectFoldsToTheSameState(s);
}

TEST(Session, ANewRunOrAChangeOfMindEndsTheShrinking) {
  for (const EventPayload& ends : std::vector<EventPayload>{
           event::RunRequested{}, event::SubmitRequested{}, event::ShrinkCancelled{}}) {
    Sitting s;
    s.Start(DrillPlan(K::kCoding, kPair));
    s.Send(event::RunRequested{});
    s.Send(event::EvaluationArrived{s.requests[0].ticket, Failing(EvaluationKind::kRunVisible, 0)});
    s.Send(event::ShrinkRequested{});
    ASSERT_EQ(s.requests.size(), 2u);
    EXPECT_TRUE(s.session.IsPending(EvaluationKind::kShrink));
    s.Send(ends);
    EXPECT_FALSE(s.session.IsPending(EvaluationKind::kShrink));
    s.Send(event::EvaluationArrived{s.requests[1].ticket, Shrunk(0)});
    EXPECT_TRUE(s.session.current_work()
                    ->runs[0]
                    .evaluation.judgement->first_failure->shrunk_input.is_null());
    ExpectFoldsToTheSameState(s);
  }
}

TEST(Session, ACancelledRunIsForgottenAndWhatComesLateIsIgnored) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums):\n    return 1\n");
  for (const EventPayload& begins : std::vector<EventPayload>{
           event::RunRequested{}, event::RunRequested{true, Json{{"args", {1}}}},
           event::SubmitRequested{}}) {
    s.Send(begins);
    const PendingEvaluation asked = s.session.pending().rbegin()->second;
    ASSERT_TRUE(s.session.IsPending(asked.request.kind));
    s.Send(event::RunCancelled{});
    EXPECT_FALSE(s.session.IsPending(asked.request.kind));
    s.Send(event::EvaluationArrived{asked.ticket, Failing(asked.request.kind, 0)});
  }
  const QuestionWork& work = *s.session.current_work();
  EXPECT_TRUE(work.runs.empty());
  EXPECT_TRUE(work.judgements.empty());
  EXPECT_FALSE(work.judged) << "handed in later, it is judged after all";
  ExpectFoldsToTheSameState(s);
}

TEST(Session, ARunOfOnesOwnInputRemembersIt) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(event::RunRequested{true, Json{{"args", {1, 2}}}});
  s.Send(event::EvaluationArrived{s.requests[0].ticket, Failing(EvaluationKind::kRunCustom, 0)});
  EXPECT_EQ(s.session.current_work()->runs[0].input, (Json{{"args", {1, 2}}}));
}

TEST(Session, LimitsAreNotShrunk) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(event::RunRequested{});
  s.Send(event::EvaluationArrived{s.requests[0].ticket,
                                  Failing(EvaluationKind::kRunVisible, 0, Verdict::kTimeLimit)});
  s.Send(event::ShrinkRequested{});
  EXPECT_EQ(s.requests.size(), 1u);
}

TEST(Session, AnEventFromThePastHappensNow) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(minutes(10), event::PhaseEntered{1});
  s.Send(minutes(2), event::PhaseEntered{2});
  s.Send(minutes(12), event::TimePassed{});
  EXPECT_EQ(s.session.last_event(), minutes(10));
  const RoundClock clock = s.session.Clock(minutes(12));
  EXPECT_EQ(clock.phase_elapsed[0], minutes(10));
  EXPECT_EQ(clock.phase_elapsed[1], Duration::zero());
  EXPECT_EQ(clock.phase_elapsed[2], minutes(2));
}

TEST(Session, AnswersClarifyingQuestionsFromTheFactsAndInventsNone) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(event::CandidateSaid{"Can values be negative, and can it be empty?"});
  s.Answer(GradeByIds);
  EXPECT_EQ(s.Said("fact:"), (std::vector<std::string>{"fact:negative", "fact:empty"}));
  EXPECT_EQ(s.session.current_work()->facts_uncovered,
            (std::set<std::string>{"negative", "empty"}));
  s.Send(event::CandidateSaid{"What colour is it?"});
  s.Answer(GradeByIds);
  EXPECT_EQ(s.Said("leave").size(), 1u);
  s.Send(event::CandidateSaid{"I sort it first."});
  s.Answer(GradeByIds);
  EXPECT_EQ(s.Said("ack").size(), 1u);
  s.Send(event::CandidateSaid{"How large is it?"});
  s.Send(
      event::EvaluationFailed{s.requests[0].ticket, EvaluationKind::kFacts, "the matcher broke"});
  EXPECT_EQ(s.Said("unavailable").size(), 1u);
  EXPECT_EQ(s.session.failures().size(), 1u);
  EXPECT_EQ(s.session.current_work()->answer.messages.size(), 4u);
  ExpectFoldsToTheSameState(s);
}

TEST(Session, TellsTheCostOfAHintBeforeItIsTaken) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  ASSERT_TRUE(s.session.next_hint());
  EXPECT_EQ(s.session.next_hint()->cost_text,
            "Hint 1 of 3 costs 0.25 points of \"Problem solving\".");
  s.Send(event::HintTaken{2});
  EXPECT_EQ(s.session.current_work()->hint_level, 0) << "rungs cannot be skipped";
  s.Send(event::HintTaken{1});
  s.Send(event::HintTaken{2});
  EXPECT_EQ(s.Said("hint:"), (std::vector<std::string>{"hint:1", "hint:2"}));
  EXPECT_EQ(s.session.next_hint()->cost, 1);
  s.Send(event::HintTaken{3});
  EXPECT_FALSE(s.session.next_hint());
}

TEST(Session, NudgesOnceInEachQuietSpellOfImplementing) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Wait(minutes(8));
  EXPECT_TRUE(s.Said("nudge").empty()) << "thinking is what clarify and plan are for";
  s.Send(event::PhaseEntered{2});
  s.Wait(minutes(3));
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): pass");
  s.Wait(minutes(3) + seconds(59));
  EXPECT_TRUE(s.Said("nudge").empty());
  s.Wait(seconds(1));
  EXPECT_EQ(s.Said("nudge").size(), 1u);
  s.Wait(minutes(10));
  EXPECT_EQ(s.Said("nudge").size(), 1u);
  s.Send(event::RunRequested{});
  s.Wait(minutes(4));
  EXPECT_EQ(s.Said("nudge").size(), 2u);
}

TEST(Session, AConceptQuestionIsAnsweredProbedFollowedUpAndLeft) {
  const std::string id = "l1-vs-l2";
  Sitting s;
  SessionPlan plan = DrillPlan(K::kConcepts, id);
  plan.rounds[0].questions.push_back({"roc-vs-pr", 1, "ROC"});
  s.Start(plan);
  s.Send(event::SubmitRequested{});
  EXPECT_EQ(s.Said("empty").size(), 1u);
  s.Prose(id, "answer", "the core of it");
  s.Send(event::SubmitRequested{});
  s.Send(event::SubmitRequested{});
  EXPECT_EQ(s.requests.size(), 1u) << "asking twice grades once";
  s.Answer(GradeByIds);
  ASSERT_EQ(s.session.current_work()->asked.size(), 1u);
  EXPECT_EQ(s.session.current_work()->asked[0].why, "point:why") << "the heaviest missing point";
  EXPECT_EQ(s.session.current_work()->asked[0].field.part, "probe");
  s.Prose(id, "probe", "because of why");
  s.Send(event::SubmitRequested{});
  ASSERT_EQ(s.session.current_work()->asked.size(), 2u);
  EXPECT_EQ(s.session.current_work()->asked[1].why, "follow_up:twice");
  s.Type(TextField::Kind::kFollowUp, id, "twice", "twice-a");
  s.Send(event::SubmitRequested{});
  EXPECT_EQ(s.session.current_work()->id, "roc-vs-pr");
  EXPECT_TRUE(s.session.current_round()->work[0].finished);
  s.Prose(id, "answer", "too late");
  EXPECT_EQ(s.session.current_round()->work[0].answer.prose.at("answer"), "the core of it");
  s.Send(event::QuestionFinished{});
  EXPECT_EQ(s.session.stage(), Stage::kSelfRating);
  s.Answer(GradeByIds);
  const QuestionWork& work = s.session.current_round()->work[0];
  EXPECT_DOUBLE_EQ(work.Find(EvaluationKind::kRubric)->score, 5.0 / 6);
  EXPECT_DOUBLE_EQ(work.Find(EvaluationKind::kFollowUp, "twice")->score, 0.5);
  ExpectFoldsToTheSameState(s);
}

TEST(Session, TheReplyToAProbeIsGradedWithTheAnswerAndQuotedFromWhereItStands) {
  const std::string id = "l1-vs-l2";
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, id));
  s.Prose(id, "answer", "the core of it");
  s.Send(event::SubmitRequested{});
  s.Answer(GradeByIds);
  s.Prose(id, "probe", "and here is why");
  s.Send(event::RoundSubmitted{});
  ASSERT_EQ(s.requests.size(), 1u);
  EXPECT_EQ(
      s.requests[0].request.answer.prose,
      (std::map<std::string, std::string>{{"answer", "the core of it .\n\nand here is why"}}));
  s.Answer(GradeByIds);
  const QuestionWork& work = s.session.current_round()->work[0];
  for (const Criterion& c : work.Find(EvaluationKind::kRubric)->criteria) {
    if (!c.span) continue;
    EXPECT_EQ(c.span->part, c.id == "why" ? "probe" : "answer");
    EXPECT_EQ(work.answer.prose.at(c.span->part).substr(c.span->begin, c.span->end - c.span->begin),
              c.id);
  }
  ExpectFoldsToTheSameState(s);
}

TEST(Session, TheAnswerToAProbeCanLiftThePointItWasAskedFor) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Prose(kPair, "plan", "insight");
  s.Send(event::PhaseEntered{4});
  s.Answer(GradeByIds);
  ASSERT_EQ(s.Said("probe:"), (std::vector<std::string>{"probe:probe-baseline"}));
  const auto credit = [&] {
    for (const Criterion& c : s.session.current_work()->Find(EvaluationKind::kRubric)->criteria) {
      if (c.id == "baseline") return c.credit;
    }
    return -1.0;
  };
  EXPECT_EQ(credit(), 0);
  s.Type(TextField::Kind::kFollowUp, kPair, "probe-baseline", "the baseline tries all pairs");
  s.Send(event::RoundSubmitted{});
  s.Answer(GradeByIds);
  EXPECT_EQ(credit(), 1);
  EXPECT_NE(s.session.current_work()->Find(EvaluationKind::kFollowUp, "probe-baseline"), nullptr);
}

TEST(Session, TheAnswerToAConceptProbeIsQuotedFromTheFollowUp) {
  const std::string id = "l1-vs-l2";
  Question q = *ConceptQuestion(id);
  q.follow_ups.push_back(Dive("ask-why", {"why"}));
  Sitting s({std::make_shared<Question>(q)});
  s.Start(DrillPlan(K::kConcepts, id));
  s.Prose(id, "answer", "the core");
  s.Send(event::SubmitRequested{});
  s.Answer(GradeByIds);
  ASSERT_EQ(s.session.current_work()->asked[0].why, "probe:ask-why");
  s.Type(TextField::Kind::kFollowUp, id, "ask-why", "this is why");
  s.Send(event::RoundSubmitted{});
  s.Answer(GradeByIds);
  for (const Criterion& c : s.session.current_work()->Find(EvaluationKind::kRubric)->criteria) {
    if (c.id != "why") continue;
    ASSERT_TRUE(c.span);
    EXPECT_EQ(c.span->part, "follow_ups/ask-why");
    EXPECT_EQ(c.span->begin, 8u);
  }
}

TEST(Session, AMisconceptionInAMessageIsAskedBackOnceAndTheProbeStillComes) {
  const std::string id = "l1-vs-l2";
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, id));
  const auto zeros = [](const EvaluationRequest& request) {
    Evaluation e = GradeByIds(request);
    e.misconceptions.push_back({"zeros", "both give zeros", 0.3, "Where does it touch?", {}});
    return e;
  };
  s.Send(event::CandidateSaid{"Both penalties give zeros."});
  s.Answer(zeros);
  EXPECT_EQ(s.Said("misconception:"), (std::vector<std::string>{"misconception:zeros"}));
  s.Send(event::CandidateSaid{"Yes, both of them."});
  s.Answer(zeros);
  EXPECT_EQ(s.Said("misconception:").size(), 1u);
  s.Prose(id, "answer", "the core");
  s.Send(event::SubmitRequested{});
  s.Answer(zeros);
  EXPECT_EQ(s.Said("misconception:").size(), 1u);
  EXPECT_EQ(s.Said("point:"), (std::vector<std::string>{"point:why"}));
  s.Send(event::SubmitRequested{});
  EXPECT_EQ(s.Said("follow_up:").size(), 1u);
}

TEST(Session, ThePersonaOfThePlanSpeaks) {
  for (const char* persona : {"warm", "terse"}) {
    Sitting s;
    Sitting again;
    SessionPlan plan = DrillPlan(K::kCoding, kPair);
    plan.persona = persona;
    s.Start(plan, 11);
    again.Start(plan, 11);
    const Personas personas = ShippedPersonas();
    for (Sitting* sitting : {&s, &again}) {
      sitting->Send(event::CandidateSaid{"What colour is it?"});
      sitting->Answer([](const EvaluationRequest&) { return Evaluation{}; });
    }
    const auto& wordings = personas.Find(persona).lines().at("leave");
    EXPECT_NE(std::find(wordings.begin(), wordings.end(), s.session.conversation().back().text),
              wordings.end());
    EXPECT_EQ(s.session.conversation().back().text, again.session.conversation().back().text);
    ExpectFoldsToTheSameState(s);
  }
}

TEST(Session, AMisconceptionIsProbedBeforeAnythingElse) {
  const std::string id = "l1-vs-l2";
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, id));
  s.Prose(id, "answer", "both give zeros");
  s.Send(event::SubmitRequested{});
  s.Answer([](const EvaluationRequest& request) {
    Evaluation e = GradeByIds(request);
    e.misconceptions.push_back(
        {"zeros", "both give zeros", 0.3, "Where does the circle touch?", {}});
    return e;
  });
  EXPECT_EQ(s.session.current_work()->asked[0].why, "misconception:zeros");
  EXPECT_EQ(s.session.current_work()->asked[0].text, "Where does the circle touch?");
}

TEST(Session, DesignAsksTwoDeepDivesAtTheWeakestSections) {
  const std::string id = "feed-ranking";
  Sitting s;
  s.Start(DrillPlan(K::kSystemDesign, id));
  s.Prose(id, "labels", "labels-1");
  s.Send(event::PhaseEntered{3});
  s.Answer(GradeByIds);
  EXPECT_EQ(s.Said("probe:"), (std::vector<std::string>{"probe:probe-serving"}));
  EXPECT_EQ(s.Said("follow_up:"), (std::vector<std::string>{"follow_up:long-term"}));
  s.Send(event::PhaseEntered{0});
  s.Send(event::PhaseEntered{3});
  EXPECT_TRUE(s.requests.empty()) << "asked once";
}

TEST(Session, WithoutARubricResultTheFirstDeepDiveIsAsked) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(event::PhaseEntered{4});
  ASSERT_EQ(s.requests.size(), 1u);
  s.Send(event::EvaluationFailed{s.requests[0].ticket, EvaluationKind::kRubric, "broken"});
  EXPECT_EQ(s.Said("ask:"), (std::vector<std::string>{"ask:follow_up"}));
  EXPECT_EQ(s.Said("follow_up:"), (std::vector<std::string>{"follow_up:stream"}));
  EXPECT_TRUE(s.Said("probe:").empty());
}

TEST(Session, TheLastJudgementIsNotRepeatedAtTheEnd) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s.Send(event::SubmitRequested{});
  s.Answer(GradeByIds);
  s.Send(event::RoundSubmitted{});
  EXPECT_TRUE(s.requests.empty());

  Sitting changed;
  changed.Start(DrillPlan(K::kCoding, kPair));
  changed.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  changed.Send(event::SubmitRequested{});
  changed.Answer(GradeByIds);
  changed.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 2");
  changed.Send(event::RoundSubmitted{});
  EXPECT_EQ(changed.requests.size(), 1u);
}

TEST(Session, KeepsASourceForEachLanguage) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s.Send(event::LanguageChosen{Language::kCpp});
  EXPECT_NE(s.session.current_work()->answer.source.find("vector"), std::string::npos);
  EXPECT_FALSE(s.session.current_work()->HasCode());
  s.Send(event::LanguageChosen{Language::kPython});
  EXPECT_EQ(s.session.current_work()->answer.source, "def find_pair(nums): return 1");
  EXPECT_TRUE(s.session.current_work()->HasCode());
}

TEST(Session, ReadsOwnTestsAndSaysWhatIsWrongWithThem) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Type(TextField::Kind::kTests, kPair, "",
         "{\"args\": [[1]], \"expected\": 1}\n{\"args\": [[2]]\n");
  EXPECT_EQ(s.session.current_work()->answer.tests.size(), 1u);
  EXPECT_EQ(s.session.current_work()->tests_problem,
            "Line 2 is no test; write it as {\"args\": […], \"expected\": …}.");
  s.Type(TextField::Kind::kTests, kPair, "",
         "[{\"args\": [[1]], \"expected\": 1}, {\"ops\": [], \"expected\": []}]");
  EXPECT_EQ(s.session.current_work()->answer.tests.size(), 2u);
  EXPECT_EQ(s.session.current_work()->tests_problem, "");
}

TEST(Session, ScoresOnlyWhenNothingIsPendingAndARatingWasGiven) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s.Prose(kPair, "plan", "baseline then insight");
  s.Send(event::RoundSubmitted{});
  s.Send(event::SelfRated{{{"problem_solving", 3.5}, {"correctness", 9}}, 0});
  EXPECT_EQ(s.session.stage(), Stage::kScoring);
  s.Answer(GradeByIds);
  EXPECT_EQ(s.session.stage(), Stage::kFinished);
  const DimensionScore& solving = s.session.score_card()->rounds[0].dimensions[0];
  EXPECT_EQ(solving.self_rating, 3.5);
  EXPECT_EQ(s.session.score_card()->rounds[0].dimensions[1].self_rating, 4.0);
  EXPECT_EQ(solving.score, 3.5);
  ExpectFoldsToTheSameState(s);
}

TEST(Session, ABrokenJudgeIsAFailureAndNotAScore) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Type(TextField::Kind::kCode, kPair, "python", "def find_pair(nums): return 1");
  s.Send(event::RoundSubmitted{});
  s.Send(event::SelfRated{{}, 0});
  s.Send(event::EvaluationFailed{s.requests[0].ticket, EvaluationKind::kJudge, "No sandbox."});
  ASSERT_TRUE(s.session.score_card());
  const RoundScore& round = s.session.score_card()->rounds[0];
  EXPECT_FALSE(round.score);
  EXPECT_NE(round.note.find("No sandbox."), std::string::npos) << round.note;
}

TEST(Session, EndingEarlySubmitsTheRoundAndScoresTheRest) {
  Sitting s;
  s.Start(OnsitePlan());
  s.Wait(minutes(5));
  s.Send(event::SessionEnded{});
  EXPECT_TRUE(s.session.ended_early());
  EXPECT_EQ(s.session.stage(), Stage::kFinished);
  EXPECT_EQ(s.session.score_card()->decision, "not_enough_evidence");
  EXPECT_EQ(s.session.score_card()->rounds[4].note, "This round did not take place.");
  s.Send(event::SessionEnded{});
  s.Send(event::RunRequested{});
  s.Send(event::CandidateSaid{"hello?"});
  EXPECT_EQ(s.session.stage(), Stage::kFinished);
}

TEST(Session, IgnoresWhatMakesNoSense) {
  const std::vector<EventPayload> all = {
      event::RoundStarted{0},
      event::RoundStarted{-3},
      event::PhaseEntered{-1},
      event::QuestionShown{7},
      event::TimePassed{},
      event::Paused{},
      event::Resumed{},
      event::BreakEnded{},
      event::LlmSwitched{},
      event::TextEdited{{TextField::Kind::kProse, "nowhere", "x"}, 9, 9, "y"},
      event::BoardEdited{},
      event::LanguageChosen{},
      event::CandidateSaid{"?"},
      event::Pasted{},
      event::RunRequested{},
      event::SubmitRequested{},
      event::RunCancelled{},
      event::ShrinkRequested{},
      event::ShrinkCancelled{},
      event::HintTaken{5},
      event::QuestionFinished{},
      event::RoundSubmitted{},
      event::SelfRated{{}, 5},
      event::SessionEnded{},
      event::InterviewerSaid{"x", "fact:y"},
      event::LinePhrased{0, "y", "small", "z", 0},
      event::LineKept{7, "late"},
      event::EvaluationArrived{},
      event::EvaluationFailed{},
      event::Scored{},
      event::FeedbackArrived{},
      event::NoteAdded{"n"},
      event::ScoreAppealed{},
      event::SessionStarted{}};
  Session fresh(nullptr, ShippedRules(), ShippedPersonas());
  for (const EventPayload& payload : all) fresh.Handle({minutes(1), payload});
  EXPECT_EQ(fresh.stage(), Stage::kNotStarted);
  EXPECT_EQ(fresh.next_hint(), std::nullopt);
  EXPECT_EQ(fresh.current_work(), nullptr);

  // Every event twice in every stage of a running session.
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  for (int i = 0; i < 2; ++i) {
    for (const EventPayload& payload : all) s.Send(payload);
  }
  ExpectFoldsToTheSameState(s);
}

TEST(Session, FoldsBackFromTheStoredFormOfItsEvents) {
  Sitting s;
  s.Start(OnsitePlan());
  s.Send(event::CandidateSaid{"May values be negative?"});
  s.Answer(GradeByIds);
  const std::string id = s.session.current_work()->id;
  s.Type(TextField::Kind::kCode, id, "python", "def find_pair(nums):\n    return 'é'\n");
  s.Wait(minutes(25));
  s.Send(event::SubmitRequested{});
  s.Answer(GradeByIds);
  s.Wait(minutes(25));
  s.Send(event::SelfRated{{{"quality", 3}}, 0});
  s.Answer(GradeByIds);
  s.Send(event::SessionEnded{});
  s.Answer(GradeByIds);
  std::vector<Event> stored;
  for (const Event& event : s.transcript) {
    const std::string text = DumpJson(ToJson(event.payload));
    Result<EventPayload> payload = ParseEvent(EventName(event.payload), *ParseJson(text, "event"));
    ASSERT_TRUE(payload) << payload.error().message << "\n" << text;
    stored.push_back({event.at, *payload});
  }
  EXPECT_EQ(DumpJson(Refold(stored).DebugJson(), 1), DumpJson(s.session.DebugJson(), 1));
}

TEST(Session, ResumingRepeatsWhatWasLostBetweenTwoWrites) {
  Sitting whole;
  whole.Start(DrillPlan(K::kCoding, kPair));
  // The process died after each prefix of the first events; the driver recovers and sends Resumed.
  for (std::size_t kept = 1; kept <= whole.transcript.size(); ++kept) {
    Sitting s;
    for (std::size_t i = 0; i < kept; ++i) s.session.Handle(whole.transcript[i]);
    s.Send(event::Resumed{});
    EXPECT_EQ(s.session.stage(), Stage::kInRound) << kept;
    ASSERT_NE(s.session.current_work(), nullptr);
    EXPECT_TRUE(s.session.current_work()->shown) << kept;
    EXPECT_FALSE(s.session.current_work()->answer.source.empty()) << kept;
    EXPECT_EQ(s.session.current_round()->phases.size(), 1u) << kept;
  }
}

TEST(Session, AMissingQuestionKeepsItsTextsAndFailsItsEvaluations) {
  Sitting s(std::vector<QuestionPtr>{});
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  s.Prose("l1-vs-l2", "answer", "core");
  s.Send(event::RoundSubmitted{});
  s.Send(event::SelfRated{{}, 0});
  EXPECT_EQ(s.session.stage(), Stage::kFinished);
  ASSERT_EQ(s.session.failures().size(), 1u);
  EXPECT_EQ(s.session.rounds()[0].work[0].answer.prose.at("answer"), "core");
}

TEST(Session, AStoredSessionSurvivesAChangedBank) {
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  s.Prose("l1-vs-l2", "answer", "core");
  s.Send(event::RoundSubmitted{});
  s.Answer(GradeByIds);
  s.Send(event::SelfRated{{}, 0});
  Session folded(nullptr, ShippedRules(), ShippedPersonas());
  for (const Event& event : s.transcript) folded.Handle(event);
  EXPECT_EQ(folded.stage(), Stage::kFinished);
  EXPECT_EQ(DumpJson(ToJson(*folded.score_card())), DumpJson(ToJson(*s.session.score_card())));
  EXPECT_NE(folded.rounds()[0].work[0].Find(EvaluationKind::kRubric), nullptr);
}

TEST(Session, KeepsNotesFeedbackAndAppealsBesideTheScore) {
  Sitting s;
  s.Start(DrillPlan(K::kConcepts, "l1-vs-l2"));
  s.Send(event::ScoreAppealed{0, "accuracy", 4, "too early"});
  s.Send(event::SessionEnded{});
  const std::string before = DumpJson(ToJson(*s.session.score_card()));
  s.Send(event::ScoreAppealed{0, "accuracy", 4, "it was right"});
  s.Send(event::NoteAdded{"learn the geometry"});
  event::FeedbackArrived arrived;
  arrived.feedback.about = {"l1-vs-l2"};
  s.Send(arrived);
  EXPECT_EQ(s.session.appeals().size(), 1u);
  EXPECT_EQ(s.session.notes().size(), 1u);
  EXPECT_EQ(s.session.feedback().size(), 1u);
  EXPECT_EQ(DumpJson(ToJson(*s.session.score_card())), before);
  ExpectFoldsToTheSameState(s);
}

TEST(Session, WordsOfAModelTakeTheScriptsPlaceOnceAndChangeNothingElse) {
  Sitting with;
  Sitting without;
  for (Sitting* s : {&with, &without}) {
    s->Start(DrillPlan(K::kCoding, kPair));
    if (s == &with) {
      s->Send(event::LinePhrased{0, "Hi there.", "small-model", "", 300});
      s->Send(event::LineKept{0, "late"});
      s->Send(event::LinePhrased{0, "Hi again.", "small-model", "", 0});
      s->Send(event::LineKept{1, "late"});
      s->Send(event::LinePhrased{99, "Nothing was said there.", "small-model", "", 0});
    }
    s->Send(event::CandidateSaid{"What colour is it?"});
    if (s == &with) s->Send(event::LinePhrased{2, "I said it.", "small-model", "", 0});
    ASSERT_EQ(s->requests.size(), 1u);
  }
  EXPECT_EQ(with.requests[0].ticket, without.requests[0].ticket);
  const Utterance& said = with.session.conversation()[0];
  EXPECT_EQ(said.words(), "Hi there.");
  EXPECT_EQ(said.text, without.session.conversation()[0].text);
  EXPECT_EQ(said.model, "small-model");
  EXPECT_EQ(said.kept, "");
  EXPECT_EQ(with.session.conversation()[1].words(), without.session.conversation()[1].text);
  EXPECT_EQ(with.session.conversation()[1].kept, "late");
  EXPECT_EQ(with.session.conversation()[2].words(), "What colour is it?");
  with.Answer([](const EvaluationRequest&) { return Evaluation{}; });
  without.Answer([](const EvaluationRequest&) { return Evaluation{}; });
  EXPECT_EQ(with.session.conversation().back().text, without.session.conversation().back().text);
  ExpectFoldsToTheSameState(with);
}

TEST(Session, AFactThatAModelTellsCountsWhereTheScriptHadNoAnswerAlone) {
  Sitting s;
  s.Start(DrillPlan(K::kCoding, kPair));
  s.Send(event::LinePhrased{1, "Your question. Values may be negative.", "small-model", "negative",
                            0});
  EXPECT_TRUE(s.session.current_work()->facts_uncovered.empty());
  s.Send(event::CandidateSaid{"Might one be below zero?"});
  s.Answer([](const EvaluationRequest&) { return Evaluation{}; });
  const std::size_t line = s.session.conversation().size() - 1;
  ASSERT_EQ(s.session.conversation()[line].why, kLeftToCandidate);
  s.Send(event::LinePhrased{line, "Yes, they may be negative.", "small-model", "negative", 0});
  EXPECT_EQ(s.session.current_work()->facts_uncovered, std::set<std::string>{"negative"});
  EXPECT_EQ(s.session.conversation()[line].why, "fact:negative");
  ExpectFoldsToTheSameState(s);
}

}  // namespace
}  // namespace interview::test
