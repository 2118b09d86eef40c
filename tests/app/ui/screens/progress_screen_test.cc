// The progress screen and "today" over the real core: empty, after sessions, the plan.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/core/iso_day.h"
#include "app/core/standing.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

constexpr char kConcept[] = "bias-variance-decomp";

class ProgressScreen : public testing::Test {
 protected:
  const Standing* standing() const {
    return app_.state().standing.value ? app_.state().standing.value->get() : nullptr;
  }
  bool IsReady() const {
    return app_.state().standing.state == Pending<std::shared_ptr<const Standing>>::State::kReady;
  }
  void Show(Route route) {
    app_.core().Apply(command::Navigate{route});
    app_.ui().Settle();
    app_.WaitUntil([&] { return IsReady(); });
  }
  // A concepts drill with an answer, graded.
  void TakeDrill() {
    app_.StartDrill(kConcept);
    app_.core().Apply(command::EditText{
        {interview::TextField::Kind::kProse, kConcept, "answer"},
        "The expected squared error splits into bias squared, variance and irreducible noise."});
    app_.core().Apply(command::Act{interview::event::SessionEnded{}});
    app_.WaitUntil([&] { return !app_.state().running.has_value(); });
  }

  AppFixture app_;
};

TEST_F(ProgressScreen, SaysWhatToDoFirstWhileThereIsNothing) {
  Show(Route::kProgress);
  EXPECT_TRUE(app_.ui().Shows("Nothing to look back on yet"));
  app_.ui().Click("Choose a drill");
  EXPECT_EQ(app_.state().route, Route::kSetup);
}

TEST_F(ProgressScreen, HasAKeyAndAPlaceInTheBar) {
  app_.ui().Press(Key::k4, {.alt = true});
  EXPECT_EQ(app_.state().route, Route::kProgress);
  Show(Route::kHome);
  app_.ui().Click("Progress", "tab");
  EXPECT_EQ(app_.state().route, Route::kProgress);
}

TEST_F(ProgressScreen, ASessionMovesReadinessCoverageScoresAndPractice) {
  TakeDrill();
  Show(Route::kProgress);
  UiDriver& ui = app_.ui();
  const auto& readiness = standing()->progress.readiness.at(2);
  EXPECT_EQ(readiness.rounds, 1);
  ASSERT_TRUE(readiness.score);
  EXPECT_NE(ui.Value("ML concepts", "score"), "not observed");
  EXPECT_EQ(ui.Value("Coding", "score"), "not observed");
  ui.Click("Coverage", "tab");
  ui.Click("Table", "option");
  bool attempted = false;
  for (const UiNode& node : ui.tree().nodes()) {
    attempted |= node.role == "line" && node.label.find("ML concepts  ") == 0 &&
                 node.label.find("  1  ") != std::string::npos;
  }
  EXPECT_TRUE(attempted);
  ui.Click("Scores", "tab");
  EXPECT_TRUE(ui.Shows("No scored round of this kind yet"));
  ui.Click("ML concepts", "option");
  EXPECT_NE(ui.Value("Scores over time", "chart").find(" from "), std::string::npos);
  ui.Click("Practice", "tab");
  EXPECT_EQ(ui.Value("Days practised", "chart").substr(0, 6), "1 days");
  ui.Click("Best round: ML concepts", "row");
  EXPECT_EQ(app_.state().route, Route::kDebrief);
}

TEST_F(ProgressScreen, ATopicLeadsToItsQuestionsInTheLibrary) {
  TakeDrill();
  Show(Route::kProgress);
  app_.ui().Click("Coverage", "tab");
  app_.ui().Click("Hashing", "cell");
  EXPECT_EQ(app_.state().route, Route::kLibrary);
  EXPECT_EQ(app_.ui().Value("Topic", "combo"), "Hashing");
}

TEST_F(ProgressScreen, TheNumbersAreSavedAsAFile) {
  TakeDrill();
  Show(Route::kProgress);
  app_.ui().Click("Practice", "tab");
  const auto buttons = [&] {
    std::vector<UiNode> found;
    for (const UiNode& node : app_.ui().tree().nodes()) {
      if (node.role == "button" && node.label == "CSV") found.push_back(node);
    }
    return found;
  }();
  ASSERT_EQ(buttons.size(), 2u);
  app_.ui().ClickAt((buttons[0].min.x + buttons[0].max.x) / 2,
                    (buttons[0].min.y + buttons[0].max.y) / 2);
  std::ifstream file(app_.state().paths.data / "exports/practice.csv");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str().substr(0, 26 + 6),
            "Day,Sessions,Rounds,Minutes\r\n" + IsoDay(standing()->today).substr(0, 3));
}

TEST_F(ProgressScreen, ThePlanFollowsDateAndHours) {
  Show(Route::kProgress);
  UiDriver& ui = app_.ui();
  ui.Click("Plan", "tab");
  EXPECT_EQ(standing()->plan.size(), static_cast<std::size_t>(kPlanAhead));
  ui.Click("Interview on", "textbox");
  ui.Type("soon\n");
  EXPECT_TRUE(app_.state().settings.interview_day.empty());
  bool complains = false;
  for (const UiNode& node : ui.tree().nodes()) {
    complains |= node.label.find("year-month-day") != std::string::npos;
  }
  EXPECT_TRUE(complains);
  ui.Click("In 4 weeks");
  app_.WaitUntil([&] { return IsReady(); });
  EXPECT_EQ(app_.state().settings.interview_day, IsoDay(standing()->today + 28));
  EXPECT_EQ(standing()->plan.size(), 28u);
  EXPECT_FALSE(standing()->wish.short_loop.id.empty());
  ui.Click("Hours a week", "combo");
  ui.Click("2 h", "option");
  app_.WaitUntil([&] { return IsReady(); });
  EXPECT_EQ(app_.state().settings.hours_per_week, 2);
  int minutes = 0;
  for (const interview::StudyDay& day : standing()->plan) minutes += day.minutes;
  EXPECT_LE(minutes, 8 * 60 + 45) << "four weeks of two hours, and a short loop on credit";
  ui.Click("No date");
  app_.WaitUntil([&] { return IsReady(); });
  EXPECT_TRUE(app_.state().settings.interview_day.empty());
}

TEST_F(ProgressScreen, TodayIsOnTheHomeScreenAndStartsWithOneKey) {
  Show(Route::kHome);
  EXPECT_FALSE(app_.ui().Shows("Today")) << "nothing before the first session";
  app_.ui().Press(Key::kT, {.alt = true});
  EXPECT_FALSE(app_.state().running);
  TakeDrill();
  Show(Route::kHome);
  EXPECT_TRUE(app_.ui().Shows("Today"));
  const interview::StudyDay& today = standing()->plan.front();
  ASSERT_FALSE(today.items.empty());
  ASSERT_TRUE(today.items[0].question);
  const interview::QuestionId first = today.items[0].question->id;
  app_.ui().Press(Key::kT, {.alt = true});
  ASSERT_TRUE(app_.state().running);
  EXPECT_EQ(app_.state().running->session->current_work()->id, first);
}

TEST_F(ProgressScreen, ASessionThatEndsCountsWithoutAskingAgain) {
  Show(Route::kProgress);
  EXPECT_TRUE(standing()->digests.empty());
  TakeDrill();
  app_.WaitUntil([&] { return IsReady() && !standing()->digests.empty(); });
  EXPECT_EQ(standing()->digests.size(), 1u);
  EXPECT_GT(standing()->wish.minutes_today, 0);
}

}  // namespace
}  // namespace app
