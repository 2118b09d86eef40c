// The driver between session, store and evaluators: what is written when, and what survives.
#include "app/core/session_driver.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "app/core/evaluator_wiring.h"
#include "evaluators/judge/cpp_toolchain.h"
#include "evaluators/judge/standby.h"
#include "interview/bank/question_bank.h"
#include "interview/base/files.h"
#include "tests/evaluators/judge/judge_fixture.h"

namespace app {
namespace {

using interview::Duration;
using interview::Evaluation;
using interview::EvaluationRequest;
using interview::Result;
using interview::TextField;
using std::chrono::milliseconds;
namespace event = interview::event;

constexpr const char* kQuestion = "l1-vs-l2";

// Answers everything with an empty evaluation, or with an error, or not before it is stopped.
class FakeEvaluator : public evaluators::Evaluator {
 public:
  enum class Mode { kAnswer, kFail, kHang };
  explicit FakeEvaluator(Mode mode) : mode_(mode) {}

  Result<Evaluation> Evaluate(const EvaluationRequest& request,
                              std::stop_token stop) const override {
    if (mode_ == Mode::kFail) {
      return interview::Fail(interview::ErrorCode::kInternal, "The grader is out of order.");
    }
    while (mode_ == Mode::kHang && !stop.stop_requested()) {
      std::this_thread::sleep_for(milliseconds(2));
    }
    Evaluation evaluation;
    evaluation.kind = request.kind;
    evaluation.question = request.question->id;
    evaluation.part = request.part;
    return evaluation;
  }

 private:
  Mode mode_;
};

class SessionDriverTest : public testing::Test {
 protected:
  SessionDriverTest() {
    std::string name = testing::TempDir() + "/driver-XXXXXX";
    folder_ = ::mkdtemp(name.data());
    const std::filesystem::path rubrics = std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics";
    bank_ = interview::QuestionBank::Load(rubrics).value();
    rules_ = interview::LoadPanelRules(rubrics / "panel_rules").value();
    loops_ = interview::LoadLoops(rubrics / "loops").value();
    personas_ = interview::Personas::Load(rubrics / "personas").value();
    store_.emplace(interview::TranscriptStore::Open(folder_ / "onsite.db").value());
  }
  ~SessionDriverTest() override { std::filesystem::remove_all(folder_); }

  OpenSession NewSession() {
    OpenSession open;
    open.id = "session-1";
    open.session = std::make_unique<interview::Session>(
        [this](const interview::QuestionId& id) { return bank_.Find(id); }, rules_, personas_);
    return open;
  }

  SessionDriver NewDriver(OpenSession* open, const evaluators::Evaluator* evaluator) {
    return SessionDriver({&*store_, &jobs_, evaluator,
                          [this](const interview::Error& error) { errors_.push_back(error); }},
                         open);
  }

  interview::SessionPlan Plan(const char* question = kQuestion) {
    interview::DrillWish wish;
    wish.questions = {question};
    return interview::PlanDrill(wish, loops_.phases, bank_.questions(), {})->plan;
  }

  std::size_t Stored() { return store_->Load("session-1")->size(); }

  void LetPass(SessionDriver* driver, milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
      jobs_.WaitForResult(milliseconds(10));
      jobs_.Drain();
      driver->Tick();
    }
  }

  // The evaluators of the app, with the judge of this build.
  std::shared_ptr<const evaluators::EvaluatorSet> RealEvaluators() {
    AppPaths paths;
    paths.rubrics = std::filesystem::path(ONSITE_SOURCE_DIR) / "rubrics";
    paths.drivers = std::filesystem::path(ONSITE_SOURCE_DIR) / "evaluators/judge/drivers";
    paths.box_init = std::filesystem::path(ONSITE_BUILD_DIR) / "onsite_box_init";
    paths.cache = folder_ / "cache";
    return BuildEvaluators(paths).value();
  }

  // What the worker of the judge lane took so far.
  evaluators::StandbyCounts BoxesTaken() {
    std::optional<evaluators::StandbyCounts> counts;
    const JobHandle handle = jobs_.Start<evaluators::StandbyCounts>(
        Lane::kJudge,
        [](std::stop_token) {
          return Result<evaluators::StandbyCounts>(evaluators::CountsOfTakenBoxes());
        },
        [&](const Result<evaluators::StandbyCounts>& result) { counts = *result; });
    while (!counts) {
      jobs_.WaitForResult(milliseconds(10));
      jobs_.Drain();
    }
    return *counts;
  }

  // Runs the visible tests until they have come back; the verdict.
  interview::Verdict RunVisibleTests(SessionDriver* driver, const OpenSession& open) {
    driver->Act(event::RunRequested{});
    while (driver->busy()) {
      jobs_.WaitForResult(milliseconds(10));
      jobs_.Drain();
      driver->Tick();
    }
    const Evaluation* run = open.session->current_work()->LastVisibleRun();
    return run && run->judgement ? run->judgement->verdict : interview::Verdict::kInternalError;
  }

  std::filesystem::path folder_;
  interview::QuestionBank bank_;
  interview::PanelRules rules_;
  interview::Personas personas_;
  interview::LoopLibrary loops_;
  std::optional<interview::TranscriptStore> store_;
  JobRunner jobs_;
  std::vector<interview::Error> errors_;
  const TextField field_{TextField::Kind::kProse, kQuestion, "answer"};
};

TEST_F(SessionDriverTest, TypingReachesTheDiskWithinASecondAsDifferences) {
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kAnswer);
  OpenSession open = NewSession();
  SessionDriver driver = NewDriver(&open, &evaluator);
  ASSERT_TRUE(driver.Start(Plan(), 1));
  driver.EditText(field_, "L1 selects");
  driver.EditText(field_, "L1 selects features");
  LetPass(&driver, milliseconds(600));
  const auto events = store_->Load("session-1").value();
  const auto* last = std::get_if<event::TextEdited>(&events.back().payload);
  ASSERT_NE(last, nullptr);
  EXPECT_EQ(last->inserted, " features");
}

// The judge's boxes are started while the candidate works: no run waits for an interpreter.
class WarmRoom : public SessionDriverTest, public testing::WithParamInterface<const char*> {};

TEST_F(SessionDriverTest, DrawingReachesTheDiskAsDifferencesAndNothingWhenNothingChanged) {
  OpenSession open = NewSession();
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kAnswer);
  SessionDriver driver = NewDriver(&open, &evaluator);
  ASSERT_TRUE(driver.Start(Plan(), 1));
  interview::Board board;
  for (int i = 0; i < 50; ++i) {
    board.nodes.push_back({"n" + std::to_string(i), "ranker", "Stage", "", {}, 10.0 * i});
  }
  driver.Act(event::BoardEdited{kQuestion, board});
  const std::size_t events = open.events.size();
  driver.Act(event::BoardEdited{kQuestion, board});
  EXPECT_EQ(open.events.size(), events) << "the same board is no edit";
  board.nodes[7].label = "Ranker";
  driver.Act(event::BoardEdited{kQuestion, board});
  ASSERT_TRUE(driver.Flush());

  const auto stored = *store_->Load("session-1");
  const auto& last = std::get<event::BoardEdited>(stored.back().payload);
  EXPECT_FALSE(last.change.whole);
  EXPECT_EQ(last.change.put.nodes, std::vector<interview::BoardNode>{board.nodes[7]});
  OpenSession again = NewSession();
  for (const interview::Event& one : stored) again.session->Handle(one);
  EXPECT_EQ(again.session->current_work()->answer.board, board);
}

TEST_P(WarmRoom, NoRunStartsCold) {
  const auto evaluators = RealEvaluators();
  OpenSession open = NewSession();
  SessionDriver driver = NewDriver(&open, evaluators.get());
  ASSERT_TRUE(driver.Start(Plan(GetParam()), 1));
  const interview::QuestionPtr question = bank_.Find(GetParam());
  const auto* ml = std::get_if<interview::MlCodingSpec>(&question->spec);
  const std::string solution =
      ml ? ml->solution.text
         : std::get<interview::CodingSpec>(question->spec).references.front().text;
  driver.Act(event::LanguageChosen{interview::Language::kPython});
  driver.EditText({TextField::Kind::kCode, GetParam(), "python"}, solution);
  LetPass(&driver, milliseconds(1100));
  constexpr int kRuns = 20;
  for (int i = 0; i < kRuns; ++i) {
    EXPECT_EQ(RunVisibleTests(&driver, open), interview::Verdict::kAccepted);
  }
  const evaluators::StandbyCounts taken = BoxesTaken();
  EXPECT_EQ(taken.cold, 0);
  EXPECT_GE(taken.warm, kRuns);
}

INSTANTIATE_TEST_SUITE_P(Questions, WarmRoom,
                         testing::Values("pair-with-target", "scaled-dot-attention"));

// A C++ answer that is typed, not run. The judge is real; its cache is the test's own.
class CompilingRoom : public SessionDriverTest {
 protected:
  CompilingRoom() {
    AppPaths paths;
    paths.drivers = std::filesystem::path(ONSITE_SOURCE_DIR) / "evaluators/judge/drivers";
    paths.box_init = std::filesystem::path(ONSITE_BUILD_DIR) / "onsite_box_init";
    paths.cache = folder_ / "cache";
    config_ = MakeJudgeConfig(paths);
    // The prepared headers are shared with the judge's own tests; making them takes seconds.
    const auto shared = evaluators::TestConfig().cache_dir / "cpp";
    std::filesystem::create_directories(shared);
    std::filesystem::create_directories(config_.cache_dir);
    std::filesystem::create_directory_symlink(shared, config_.cache_dir / "cpp");
    const auto gxx = evaluators::FindGxx(config_, evaluators::CppBuild::kJudged);
    EXPECT_TRUE(gxx);
    EXPECT_TRUE(evaluators::MakeTools(config_, *gxx, evaluators::CppHeaders::kSubset, {}));
    const auto question = bank_.Find("pair-with-target");
    for (const auto& reference : std::get<interview::CodingSpec>(question->spec).references) {
      if (reference.name == "ref.cpp") solution_ = reference.text;
    }
    open_ = NewSession();
    driver_.emplace(NewDriver(&open_, evaluators_.get()));
    EXPECT_TRUE(driver_->Start(Plan("pair-with-target"), 1));
    driver_->Act(event::LanguageChosen{interview::Language::kCpp});
  }

  void Type(const std::string& source) {
    driver_->EditText({TextField::Kind::kCode, "pair-with-target", "cpp"}, source);
  }

  // Programs in the cache, without locks and half-written ones.
  int Programs() const {
    int count = 0;
    for (const auto& path : interview::ListFolder(config_.cache_dir / "programs")) {
      if (!path.has_extension()) ++count;
    }
    return count;
  }

  bool LetPassUntilPrograms(int count) {
    for (int i = 0; i < 100 && Programs() < count; ++i) LetPass(&*driver_, milliseconds(100));
    return Programs() == count;
  }

  evaluators::JudgeConfig config_;
  std::string solution_;
  std::shared_ptr<const evaluators::EvaluatorSet> evaluators_ = RealEvaluators();
  OpenSession open_;
  std::optional<SessionDriver> driver_;
};

TEST_F(CompilingRoom, WhatWasTypedIsCompiledAfterAPauseAndNothingIsShown) {
  ASSERT_TRUE(driver_->Flush());
  Type(solution_);
  EXPECT_GT(driver_->UntilDue(), milliseconds(300));
  LetPass(&*driver_, milliseconds(200));
  EXPECT_EQ(Programs(), 0);
  const std::size_t events = open_.events.size();
  ASSERT_TRUE(LetPassUntilPrograms(1));
  EXPECT_EQ(open_.events.size(), events);
  EXPECT_TRUE(open_.session->pending().empty());
  EXPECT_FALSE(driver_->UntilDue());

  EXPECT_EQ(RunVisibleTests(&*driver_, open_), interview::Verdict::kAccepted);
  EXPECT_EQ(Programs(), 1) << "the run compiled again";
}

TEST_F(CompilingRoom, ANewerEditTakesThePlaceOfAnOlder) {
  for (int i = 0; i < 5; ++i) {
    Type(solution_ + "// " + std::to_string(i));
    LetPass(&*driver_, milliseconds(100));
  }
  ASSERT_TRUE(LetPassUntilPrograms(1));
  LetPass(&*driver_, milliseconds(700));
  EXPECT_EQ(Programs(), 1);
}

TEST_F(CompilingRoom, ARunOfWhatIsBeingCompiledWaitsForIt) {
  Type(solution_);
  LetPass(&*driver_, milliseconds(450));  // under way
  EXPECT_EQ(RunVisibleTests(&*driver_, open_), interview::Verdict::kAccepted);
  EXPECT_EQ(Programs(), 1);
}

TEST_F(CompilingRoom, PythonIsNotCompiled) {
  driver_->Act(event::LanguageChosen{interview::Language::kPython});
  driver_->EditText({TextField::Kind::kCode, "pair-with-target", "python"}, "def f(): pass");
  LetPass(&*driver_, milliseconds(900));
  EXPECT_EQ(Programs(), 0);
}

TEST_F(SessionDriverTest, AFailedEvaluationIsTranscribedAndTheSessionGoesOn) {
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kFail);
  OpenSession open = NewSession();
  SessionDriver driver = NewDriver(&open, &evaluator);
  ASSERT_TRUE(driver.Start(Plan(), 1));
  driver.Act(event::CandidateSaid{"Is the data standardised?"});
  LetPass(&driver, milliseconds(200));
  ASSERT_EQ(open.session->failures().size(), 1u);
  EXPECT_EQ(open.session->failures()[0].message, "The grader is out of order.");
  EXPECT_EQ(open.session->stage(), interview::Stage::kInRound);
}

TEST_F(SessionDriverTest, FinishingWithNothingEvaluatedStillEndsAndIsListedAsFinished) {
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kFail);
  OpenSession open = NewSession();
  SessionDriver driver = NewDriver(&open, &evaluator);
  ASSERT_TRUE(driver.Start(Plan(), 1));
  driver.EditText(field_, "L1 selects features.");
  driver.Act(event::SessionEnded{});
  LetPass(&driver, milliseconds(400));
  EXPECT_EQ(open.session->stage(), interview::Stage::kFinished);
  EXPECT_TRUE(store_->Find("session-1")->finished);
}

TEST_F(SessionDriverTest, EvaluationsUnderWayAtACrashAreStartedAgainOnResume) {
  const FakeEvaluator hanging(FakeEvaluator::Mode::kHang);
  {
    OpenSession open = NewSession();
    SessionDriver driver = NewDriver(&open, &hanging);
    ASSERT_TRUE(driver.Start(Plan(), 1));
    driver.EditText(field_, "L1 selects features.");
    driver.Act(event::SessionEnded{});
    LetPass(&driver, milliseconds(50));
    ASSERT_EQ(open.session->stage(), interview::Stage::kScoring);
    ASSERT_TRUE(driver.Flush());
  }  // the jobs are cancelled with the driver; nothing arrives
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kAnswer);
  OpenSession open = NewSession();
  open.events = store_->Load("session-1").value();
  for (const interview::Event& event : open.events) (void)open.session->Handle(event);
  SessionDriver driver = NewDriver(&open, &evaluator);
  driver.Resume();
  LetPass(&driver, milliseconds(400));
  EXPECT_EQ(open.session->stage(), interview::Stage::kFinished);
}

TEST_F(SessionDriverTest, WhileTheDiskRefusesNothingIsLostAndTheUserIsToldOnce) {
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kAnswer);
  OpenSession open = NewSession();
  SessionDriver driver = NewDriver(&open, &evaluator);
  ASSERT_TRUE(driver.Start(Plan(), 1));
  const std::size_t before = Stored();
  {
    SQLite::Database other((folder_ / "onsite.db").string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction lock(other, SQLite::TransactionBehavior::IMMEDIATE);
    driver.EditText(field_, "kept while the disk refuses");
    LetPass(&driver, milliseconds(2500));
    driver.EditText(field_, "kept while the disk refuses, all of it");
    EXPECT_EQ(Stored(), before);
    EXPECT_EQ(open.stored, before);
    EXPECT_TRUE(open.disk_refuses);
    ASSERT_EQ(errors_.size(), 1u);
    EXPECT_NE(errors_[0].message.find("Another program"), std::string::npos) << errors_[0].message;
  }
  LetPass(&driver, milliseconds(3000));
  EXPECT_EQ(Stored(), open.events.size());
  EXPECT_EQ(open.stored, open.events.size());
  EXPECT_FALSE(open.disk_refuses);
  EXPECT_EQ(errors_.size(), 1u);
}

TEST_F(SessionDriverTest, WhatIsStoredIsPublishedAndTheWriteIsDueByItself) {
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kAnswer);
  OpenSession open = NewSession();
  SessionDriver driver = NewDriver(&open, &evaluator);
  ASSERT_TRUE(driver.Start(Plan(), 1));
  EXPECT_EQ(open.stored, open.events.size());
  EXPECT_FALSE(driver.UntilDue());
  driver.EditText(field_, "typed");
  EXPECT_EQ(open.stored + 1, open.events.size());
  ASSERT_TRUE(driver.UntilDue());
  EXPECT_LE(*driver.UntilDue(), milliseconds(400));
  LetPass(&driver, milliseconds(500));
  EXPECT_EQ(open.stored, open.events.size());
  EXPECT_EQ(Stored(), open.stored);
  EXPECT_FALSE(driver.UntilDue());
}

TEST_F(SessionDriverTest, TheClockOfAResumedSessionGoesOnFromItsLastEvent) {
  const FakeEvaluator evaluator(FakeEvaluator::Mode::kAnswer);
  OpenSession first = NewSession();
  {
    SessionDriver driver = NewDriver(&first, &evaluator);
    ASSERT_TRUE(driver.Start(Plan(), 1));
    LetPass(&driver, milliseconds(120));
    driver.EditText(field_, "x");
    ASSERT_TRUE(driver.Flush());
  }
  OpenSession second = NewSession();
  second.events = store_->Load("session-1").value();
  for (const interview::Event& event : second.events) (void)second.session->Handle(event);
  const Duration last = second.events.back().at;
  EXPECT_GE(last, milliseconds(100));
  std::this_thread::sleep_for(milliseconds(2000));
  SessionDriver driver = NewDriver(&second, &evaluator);
  driver.Resume();
  driver.Tick();
  EXPECT_LT(second.now - last, milliseconds(1500)) << "time away does not count";
}

}  // namespace
}  // namespace app
