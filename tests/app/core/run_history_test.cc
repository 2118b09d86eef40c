// Runs in their order, and what changed between them.
#include "app/core/run_history.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using interview::EvaluationKind;
using interview::Judgement;
using interview::QuestionWork;
using interview::TestOutcome;
using interview::TimedEvaluation;
using interview::Verdict;

TestOutcome Case(int index, bool passes, bool is_public = true, const char* tag = "example") {
  TestOutcome test;
  test.index = index;
  test.tag = tag;
  test.verdict = passes ? Verdict::kAccepted : Verdict::kWrongAnswer;
  test.is_public = is_public;
  return test;
}

TimedEvaluation RunAt(int second, EvaluationKind kind, std::vector<TestOutcome> tests) {
  TimedEvaluation run;
  run.at = std::chrono::seconds(second);
  run.evaluation.kind = kind;
  run.evaluation.judgement.emplace();
  run.evaluation.judgement->tests = std::move(tests);
  return run;
}

TEST(RunHistory, PutsRunsAndJudgementsInTheirOrder) {
  QuestionWork work;
  work.runs = {RunAt(10, EvaluationKind::kRunVisible, {}),
               RunAt(30, EvaluationKind::kRunCustom, {})};
  work.judgements = {RunAt(20, EvaluationKind::kJudge, {})};
  work.runs.push_back(RunAt(40, EvaluationKind::kRunVisible, {}));
  work.runs.back().evaluation.judgement.reset();
  const auto runs = RunsOf(work);
  ASSERT_EQ(runs.size(), 3u) << "without what was never judged";
  EXPECT_EQ(runs[0], &work.runs[0]);
  EXPECT_EQ(runs[1], &work.judgements[0]);
  EXPECT_EQ(runs[2], &work.runs[1]);
}

TEST(RunHistory, SpreadsTimeAndMemoryOverRunsOfTheSameCode) {
  QuestionWork work;
  const auto add = [&work](int second, const char* code, double ms, double mb) {
    work.runs.push_back(RunAt(second, EvaluationKind::kRunVisible, {}));
    work.runs.back().code = {interview::Language::kPython, code};
    work.runs.back().evaluation.judgement->cpu_ms = ms;
    work.runs.back().evaluation.judgement->peak_mb = mb;
  };
  add(1, "a", 43.9, 11.1);
  EXPECT_EQ(SpreadText(RunsOf(work), work.runs[0]), "") << "one run has no spread";
  add(2, "b", 400, 90);
  add(3, "a", 40.2, 11.3);
  add(4, "a", 0, 0);  // it did not come to a run
  work.judgements.push_back(RunAt(5, EvaluationKind::kJudge, {}));
  work.judgements.back().code = {interview::Language::kPython, "a"};
  work.judgements.back().evaluation.judgement->cpu_ms = 900;
  EXPECT_EQ(SpreadText(RunsOf(work), work.runs[0]),
            "Over 2 runs of this code: 40.2–43.9 ms, 11.1–11.3 MB");
  EXPECT_EQ(SpreadText(RunsOf(work), work.runs[1]), "");
  EXPECT_EQ(SpreadText(RunsOf(work), work.judgements[0]), "");
}

TEST(RunHistory, ComparesWithTheOneBeforeOfTheSameKindAndInput) {
  QuestionWork work;
  work.runs = {RunAt(1, EvaluationKind::kRunVisible, {}), RunAt(2, EvaluationKind::kRunCustom, {}),
               RunAt(3, EvaluationKind::kRunCustom, {}), RunAt(5, EvaluationKind::kRunVisible, {})};
  work.runs[1].input = {{"args", {1}}};
  work.runs[2].input = {{"args", {2}}};
  work.judgements = {RunAt(4, EvaluationKind::kJudge, {})};
  const auto runs = RunsOf(work);
  EXPECT_EQ(Previous(runs, 0), nullptr);
  EXPECT_EQ(Previous(runs, 2), nullptr) << "another input";
  EXPECT_EQ(Previous(runs, 3), nullptr) << "no judgement before";
  EXPECT_EQ(Previous(runs, 4), &work.runs[0]);
}

TEST(RunHistory, NamesVisibleTestsAndCountsHiddenOnes) {
  const Judgement before = *RunAt(1, EvaluationKind::kJudge,
                                  {Case(0, false), Case(1, true), Case(2, true),
                                   Case(3, true, false, "edge"), Case(4, true, false, "edge")})
                                .evaluation.judgement;
  const Judgement after = *RunAt(2, EvaluationKind::kJudge,
                                 {Case(0, true), Case(1, false), Case(2, true),
                                  Case(3, false, false, "edge"), Case(4, false, false, "edge")})
                               .evaluation.judgement;
  EXPECT_EQ(ChangeText(CompareRuns(before, after), after),
            "Against the one before: Case 1 now passes; Case 2 and 2 hidden tests now fail.");
  EXPECT_EQ(ChangeText(CompareRuns(after, after), after),
            "Against the one before: the same tests pass.");
}

TEST(RunHistory, ATestThatIsNewIsNoChange) {
  const Judgement before = *RunAt(1, EvaluationKind::kJudge, {Case(0, true)}).evaluation.judgement;
  const Judgement after =
      *RunAt(2, EvaluationKind::kJudge, {Case(0, true), Case(1, false)}).evaluation.judgement;
  EXPECT_TRUE(CompareRuns(before, after).now_failing.empty());
}

TEST(RunHistory, NamesTestsForPeople) {
  EXPECT_EQ(TestName(Case(2, true)), "Case 3");
  EXPECT_EQ(TestName(Case(0, true, true, "shapes_match")), "Shapes match");
  EXPECT_EQ(TestName(Case(13, true, false, "random-small")), "Random small 14");
}

}  // namespace
}  // namespace app
