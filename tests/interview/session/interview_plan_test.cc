// Plans of the shipped presets and of drills.
#include "interview/session/interview_plan.h"

#include <gtest/gtest.h>

#include <set>

#include "interview/bank/question_bank.h"
#include "tests/interview/session/test_questions.h"

namespace interview::test {
namespace {

std::vector<int> Minutes(const std::vector<Duration>& parts) {
  std::vector<int> out;
  for (const Duration part : parts) out.push_back(static_cast<int>(part / minutes(1)));
  return out;
}

std::vector<int> Budgets(RoundKind kind, int length) {
  std::vector<double> shares;
  const RoundDefaults defaults = ShippedLoops().phases.at(kind);
  for (const auto& phase : defaults.phases) shares.push_back(phase.share);
  return Minutes(SplitByShares(minutes(length), shares));
}

TEST(InterviewPlan, SplitsRoundsAsTheLoopRulesDo) {
  EXPECT_EQ(Budgets(RoundKind::kCoding, 45), (std::vector<int>{4, 9, 20, 7, 5}));
  EXPECT_EQ(Budgets(RoundKind::kCoding, 60), (std::vector<int>{6, 12, 27, 9, 6}));
  EXPECT_EQ(Budgets(RoundKind::kMlCoding, 60), (std::vector<int>{6, 12, 27, 9, 6}));
  EXPECT_EQ(Budgets(RoundKind::kSystemDesign, 60), (std::vector<int>{9, 9, 18, 15, 6, 3}));
  EXPECT_EQ(Budgets(RoundKind::kSystemDesign, 45), (std::vector<int>{7, 7, 13, 11, 5, 2}));
}

TEST(InterviewPlan, BudgetsAddUpToAnyLength) {
  for (const Duration length : {Duration(minutes(10)), Duration(seconds(451)), Duration(2700001)}) {
    Duration sum{};
    for (const Duration part : SplitByShares(length, {0.1, 0.2, 0.45, 0.15, 0.1})) {
      EXPECT_GE(part, Duration::zero());
      sum += part;
    }
    EXPECT_EQ(sum, length);
  }
}

TEST(InterviewPlan, PlansTheOnsiteForManySeedsWithoutRepeatsOrNotes) {
  const LoopLibrary loops = ShippedLoops();
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    PlanOptions options;
    options.seed = seed;
    const Result<PlannedSession> planned =
        PlanLoop(*loops.Find("onsite-mle"), loops.phases, SmallBank(), options);
    ASSERT_TRUE(planned) << planned.error().message;
    EXPECT_TRUE(planned->notes.empty()) << planned->notes[0];
    const SessionPlan& plan = planned->plan;
    EXPECT_EQ(plan.kind, SessionKind::kLoop);
    EXPECT_EQ(plan.decision_rule, "standard");
    ASSERT_EQ(plan.rounds.size(), 5u);
    EXPECT_EQ(plan.rounds[0].questions.size(), 2u);
    EXPECT_EQ(plan.rounds[3].questions.size(), 8u);
    EXPECT_EQ(plan.rounds[3].phases.size(), 8u);
    EXPECT_EQ(plan.rounds[3].phases[0].budget, minutes(5));
    EXPECT_EQ(plan.rounds[1].break_after, minutes(10));
    EXPECT_EQ(plan.rounds[0].break_after, Duration::zero());
    EXPECT_EQ(plan.rounds[4].weight, 1.5);
    std::set<QuestionId> ids;
    for (const PlannedRound& round : plan.rounds) {
      for (const PlannedQuestion& q : round.questions) EXPECT_TRUE(ids.insert(q.id).second) << q.id;
    }
  }
}

TEST(InterviewPlan, PlansEveryShippedPresetFromTheShippedBank) {
  const Result<QuestionBank> bank = QuestionBank::Load(ONSITE_SOURCE_DIR "/rubrics");
  ASSERT_TRUE(bank) << bank.error().message;
  const LoopLibrary loops = ShippedLoops();
  ASSERT_EQ(loops.presets.size(), 3u);
  for (const LoopPreset& preset : loops.presets) {
    const Result<PlannedSession> planned =
        PlanLoop(preset, loops.phases, bank->questions(), PlanOptions{});
    EXPECT_TRUE(planned) << preset.id << ": " << planned.error().message;
  }
}

TEST(InterviewPlan, ShippedPresetsListTheDimensionsThatAreScored) {
  const PanelRules rules = ShippedRules();
  for (const LoopPreset& preset : ShippedLoops().presets) {
    for (const LoopRound& round : preset.rounds) {
      std::vector<DimensionId> scored;
      for (const DimensionRule& d : rules.rounds.at(round.kind).dimensions) scored.push_back(d.id);
      EXPECT_EQ(round.dimensions, scored) << preset.id;
    }
    if (!preset.decision.empty()) {
      EXPECT_EQ(rules.decisions.count(preset.decision), 1u) << preset.id;
    }
  }
}

TEST(InterviewPlan, APresetWithoutDecisionIsADrillAndSaysWhatItLeavesOut) {
  const LoopLibrary loops = ShippedLoops();
  const Result<PlannedSession> planned =
      PlanLoop(*loops.Find("drill-60"), loops.phases, SmallBank(), PlanOptions{});
  ASSERT_TRUE(planned);
  EXPECT_EQ(planned->plan.kind, SessionKind::kDrill);
  EXPECT_EQ(planned->notes,
            (std::vector<std::string>{"The part \"review\" (5 minutes) is left out."}));
}

TEST(InterviewPlan, ScalesTimesButNotBreaks) {
  const LoopLibrary loops = ShippedLoops();
  PlanOptions options;
  options.time_scale = 0.75;
  const Result<PlannedSession> planned =
      PlanLoop(*loops.Find("onsite-mle"), loops.phases, SmallBank(), options);
  ASSERT_TRUE(planned);
  EXPECT_EQ(planned->plan.rounds[0].length, minutes(33) + seconds(45));
  EXPECT_EQ(planned->plan.rounds[3].phases[0].budget, minutes(3) + seconds(45));
  EXPECT_EQ(planned->plan.rounds[1].break_after, minutes(10));
  EXPECT_EQ(planned->plan.time_scale, 0.75);
  options.time_scale = 0.5;
  EXPECT_FALSE(PlanLoop(*loops.Find("onsite-mle"), loops.phases, SmallBank(), options));
}

TEST(InterviewPlan, DrillsByKindFitTheirQuestionsIntoTheTime) {
  const PhaseDefaults phases = ShippedLoops().phases;
  DrillWish wish;
  wish.kind = RoundKind::kConcepts;
  EXPECT_EQ(PlanDrill(wish, phases, SmallBank(), {})->plan.rounds[0].questions.size(), 8u);
  wish.minutes = 15;
  EXPECT_EQ(PlanDrill(wish, phases, SmallBank(), {})->plan.rounds[0].questions.size(), 3u);
  wish.kind = RoundKind::kCoding;
  const Result<PlannedSession> coding = PlanDrill(wish, phases, SmallBank(), {});
  EXPECT_EQ(coding->plan.rounds[0].questions.size(), 1u);
  EXPECT_EQ(coding->plan.rounds[0].length, minutes(15));
  EXPECT_EQ(coding->plan.rounds[0].phases.size(), 5u);
}

TEST(InterviewPlan, DrillsOfOneQuestionTakeItsTime) {
  const PhaseDefaults phases = ShippedLoops().phases;
  DrillWish wish;
  wish.questions = {"lru-cache"};
  const Result<PlannedSession> planned = PlanDrill(wish, phases, SmallBank(), {});
  EXPECT_EQ(planned->plan.rounds[0].kind, RoundKind::kCoding);
  EXPECT_EQ(planned->plan.rounds[0].length, minutes(20));
  EXPECT_EQ(planned->plan.title, "Drill: Title of lru-cache");
  wish.questions = {"l1-vs-l2"};
  EXPECT_EQ(PlanDrill(wish, phases, SmallBank(), {})->plan.rounds[0].length, minutes(10));
}

TEST(InterviewPlan, NamedQuestionsReplaceTheChoiceOfTheirRound) {
  const LoopLibrary loops = ShippedLoops();
  PlanOptions options;
  options.questions = {{"lru-cache"}, {}, {}, {"l1-vs-l2", "roc-vs-pr"}};
  const Result<PlannedSession> planned =
      PlanLoop(*loops.Find("onsite-mle"), loops.phases, SmallBank(), options);
  ASSERT_TRUE(planned) << planned.error().message;
  ASSERT_EQ(planned->plan.rounds[0].questions.size(), 1u);
  EXPECT_EQ(planned->plan.rounds[0].questions[0].id, "lru-cache");
  EXPECT_EQ(planned->plan.rounds[1].questions.size(), 1u);
  EXPECT_EQ(planned->plan.rounds[3].phases.size(), 2u);
  for (options.seed = 0; options.seed < 20; ++options.seed) {
    options.questions = {{}, {"lru-cache"}};
    const Result<PlannedSession> other =
        PlanLoop(*loops.Find("onsite-mle"), loops.phases, SmallBank(), options);
    for (const PlannedQuestion& q : other->plan.rounds[0].questions) EXPECT_NE(q.id, "lru-cache");
  }
  options.questions = {{"l1-vs-l2"}};
  EXPECT_FALSE(PlanLoop(*loops.Find("onsite-mle"), loops.phases, SmallBank(), options))
      << "a concept in a coding round";
}

TEST(InterviewPlan, WrongWishesGetASentence) {
  const PhaseDefaults phases = ShippedLoops().phases;
  DrillWish wish;
  EXPECT_EQ(PlanDrill(wish, phases, SmallBank(), {}).error().code, ErrorCode::kInvalid);
  wish.questions = {"nonsense"};
  EXPECT_EQ(PlanDrill(wish, phases, SmallBank(), {}).error().code, ErrorCode::kNotFound);
  wish.questions = {"lru-cache"};
  wish.minutes = 9;
  EXPECT_EQ(PlanDrill(wish, phases, SmallBank(), {}).error().message,
            "A drill lasts from 10 to 90 minutes; 9 is outside of that.");
  DrillWish empty;
  empty.kind = RoundKind::kCoding;
  EXPECT_EQ(PlanDrill(empty, phases, {}, {}).error().code, ErrorCode::kNotFound);
}

TEST(InterviewPlan, ABrokenPresetIsNamedWithAllItsFaults) {
  const Result<LoopPreset> preset = ParseLoopPreset(*ParseJson(R"({
    "schema": "loop/1", "id": "x", "title": "X", "decision": "standard", "hours": 3,
    "breaks": [{"after": 1, "minutes": 5}],
    "rounds": [{"kind": "poker", "minutes": 300, "select": {"count": 1},
                "phases": [{"id": "clarify", "minutes": 10}]}]})",
                                                               "x"),
                                                    "x.json");
  ASSERT_FALSE(preset);
  for (const char* part : {"\"poker\" is none of", "minutes: must be from 10 to 90",
                           "add up to 10 minutes, but the round has 300", "hours: unknown key",
                           "must be the number of a round that is not the last"}) {
    EXPECT_NE(preset.error().message.find(part), std::string::npos) << preset.error().message;
  }
  const Result<PhaseDefaults> phases =
      ParsePhaseDefaults(*ParseJson(R"({"schema": "phases/1", "kinds": {
    "coding": {"minutes": 45, "phases": [{"id": "a", "title": "A", "share": 0.5}]}}})",
                                    "x"),
                         "phases.json");
  ASSERT_FALSE(phases);
  EXPECT_NE(phases.error().message.find("the shares add up to 0.5"), std::string::npos);
  EXPECT_NE(phases.error().message.find("\"concepts\" is missing"), std::string::npos);
}

}  // namespace
}  // namespace interview::test
