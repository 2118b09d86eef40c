// Home, tour, setup, history, debrief, about, gallery, notices.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ui/error_dialog.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kConcept[] = "bias-variance-decomp";
constexpr char kCoding[] = "pair-with-target";

void Show(AppFixture& app, Route route) {
  app.core().Apply(command::Navigate{route});
  app.ui().Settle();
}

// A drill that was ended at once, and its debrief.
void TakeDrill(AppFixture& app, const char* question) {
  app.StartDrill(question);
  app.core().Apply(command::Act{interview::event::SessionEnded{}});
  app.WaitUntil([&] { return !app.state().running.has_value(); });
}

TEST(Home, OffersTheTourUntilItWasDeclined) {
  AppFixture app;
  EXPECT_TRUE(app.ui().Shows("Welcome", "panel"));
  app.ui().Click("Not now");
  EXPECT_FALSE(app.ui().Shows("Welcome", "panel"));
  EXPECT_TRUE(app.state().settings.tour_seen);
}

TEST(Home, SetsUpTheLoopThatWasPressed) {
  AppFixture app;
  const interview::LoopPreset& preset = app.state().loops.presets.front();
  app.ui().Click(preset.title, "button");
  EXPECT_EQ(app.ui().Value("Preset", "combo"), preset.title);
}

TEST(Home, ShowsUnfinishedSessionsAndGradesThem) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kConcept);
  Show(app, Route::kHome);
  EXPECT_TRUE(ui.Shows("Unfinished"));
  ui.Click("Grade as it stands");
  EXPECT_TRUE(ui.Shows("Grade this session as it stands?", "dialog"));
  ui.Click("Keep it");
  EXPECT_TRUE(app.state().running);
  ui.Click("Grade as it stands");
  ui.Click("Grade it");
  app.WaitUntil([&] { return !app.state().running.has_value(); });
}

TEST(Home, OpensARecentSession) {
  AppFixture app;
  TakeDrill(app, kConcept);
  const std::string title = app.state().history.front().title;
  Show(app, Route::kHome);
  app.ui().Click(title, "row");
  EXPECT_EQ(app.state().route, Route::kDebrief);
}

TEST(Home, LeadsToTheFindingsOfTheDoctor) {
  AppFixture app;
  app.ui().Click("Examining this machine");
  EXPECT_EQ(app.state().route, Route::kAbout);
}

TEST(Tour, HasFourStepsAndIsRemembered) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Click("Take the tour");
  for (int step = 1; step <= 4; ++step) {
    EXPECT_TRUE(ui.Shows("Step " + std::to_string(step) + " of 4"));
    ui.Click(step < 4 ? "Next" : "Done");
  }
  EXPECT_FALSE(ui.Shows("Tour", "panel"));
  EXPECT_TRUE(app.state().settings.tour_seen);
  EXPECT_FALSE(ui.Shows("Welcome", "panel"));
}

TEST(Tour, GoesBackAndIsSkipped) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Click("Take the tour");
  ui.Click("Next");
  ui.Click("Back");
  EXPECT_TRUE(ui.Shows("Step 1 of 4"));
  ui.Click("Skip the tour");
  EXPECT_FALSE(ui.Shows("Tour", "panel"));
  EXPECT_TRUE(app.state().settings.tour_seen);
}

TEST(Tour, IsLeftByEscAndTakenByTheKeyboardAlone) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Click("Take the tour");
  ui.Press(Key::kTab);
  ui.Press(Key::kEnter);
  EXPECT_TRUE(ui.Shows("Step 2 of 4"));
  ui.Press(Key::kEscape);
  EXPECT_FALSE(ui.Shows("Tour", "panel"));
}

TEST(Tour, IsTakenAgainFromThePaletteWhereverOneIs) {
  AppFixture app;
  UiDriver& ui = app.ui();
  Show(app, Route::kSettings);
  ui.Ctrl(Key::kK);
  ui.Type("take the tour\n");
  EXPECT_EQ(app.state().route, Route::kHome);
  EXPECT_TRUE(ui.Shows("Step 1 of 4"));
}

TEST(Tour, StandsBesideWhatItPointsAtAndOnTheScreen) {
  for (const auto& [width, height] : {std::pair{1024.0f, 640.0f}, std::pair{3840.0f, 2160.0f}}) {
    AppFixture app(width, height);
    app.ui().Click("Take the tour");
    for (int step = 1; step <= 4; ++step) {
      const UiNode panel = app.ui().Find("Tour", "panel");
      EXPECT_GE(panel.min.x, 0);
      EXPECT_GE(panel.min.y, 0);
      EXPECT_LE(panel.max.x, width);
      EXPECT_LE(panel.max.y, height);
      app.ui().Click(step < 4 ? "Next" : "Done");
    }
  }
}

TEST(Setup, StartsADrillOfTheChosenQuestion) {
  AppFixture app;
  UiDriver& ui = app.ui();
  Show(app, Route::kSetup);
  ui.Click("Drill", "option");
  ui.Click("Coding", "option");
  ui.Click("Question", "combo");
  ui.Click(app.state().bank.Find(kCoding)->title, "option");
  ui.Click("Length", "combo");
  ui.Click("20 min", "option");
  ui.Click("Start drill");
  ASSERT_TRUE(app.state().running);
  EXPECT_EQ(app.state().running->session->current_work()->id, kCoding);
}

TEST(History, SaysWhatToDoWhileItIsEmpty) {
  AppFixture app;
  Show(app, Route::kHistory);
  EXPECT_TRUE(app.ui().Shows("No sessions yet"));
  app.ui().Click("Choose a drill");
  EXPECT_EQ(app.state().route, Route::kSetup);
}

TEST(History, IsFilteredByKindOutcomeAndWords) {
  AppFixture app;
  UiDriver& ui = app.ui();
  TakeDrill(app, kConcept);
  app.StartDrill(kCoding);
  Show(app, Route::kHistory);
  const auto sessions = [&] {
    int count = 0;
    for (const UiNode& node : ui.tree().nodes()) count += node.label == "Transcript" ? 1 : 0;
    return count;
  };
  EXPECT_EQ(sessions(), 2);
  ui.Click("Loops", "option");
  EXPECT_EQ(sessions(), 0);
  EXPECT_TRUE(ui.Shows("No session fits"));
  ui.Click("Drills", "option");
  EXPECT_EQ(sessions(), 2);
  ui.Click("Outcome", "combo");
  ui.Click("Unfinished", "option");
  EXPECT_EQ(sessions(), 1);
  ui.Click("Outcome", "combo");
  ui.Click("Any outcome", "option");
  ui.Click("Search sessions");
  ui.Type("zzzzqqq");
  EXPECT_EQ(sessions(), 0);
}

TEST(About, NamesVersionLicencesAndFindings) {
  AppFixture app;
  UiDriver& ui = app.ui();
  Show(app, Route::kAbout);
  EXPECT_TRUE(ui.Shows("Onsite 0.1.0"));
  EXPECT_TRUE(ui.Shows("Dear ImGui"));
  EXPECT_FALSE(ui.Find("Copy the report").enabled);  // nothing was examined in this test
  ui.Click("Keyboard shortcuts", "button");
  EXPECT_TRUE(ui.Shows("Keyboard shortcuts", "dialog"));
}

TEST(About, CopiesTheReportOfTheMachine) {
  AppFixture app;
  app.core().Apply(command::RunDoctor{});
  Show(app, Route::kAbout);
  app.WaitUntil([&] { return app.state().doctor.value.has_value(); });
  app.ui().Click("Copy the report");
  EXPECT_THAT(app.ui().clipboard, HasSubstr("Onsite 0.1.0"));
  for (const DoctorCheck& check : *app.state().doctor.value) {
    EXPECT_THAT(app.ui().clipboard, HasSubstr(check.name + ": " + check.message));
    EXPECT_TRUE(app.ui().Shows(check.name + ": " + check.message));
  }
}

TEST(Home, KeepsTheFocusOnTheMachineWhenItsFindingsArrive) {
  AppFixture app;
  app.core().Apply(command::RunDoctor{});
  Show(app, Route::kHome);
  ASSERT_FALSE(app.state().doctor.value.has_value());
  for (int i = 0; i < 40 && !app.ui().Find("Examining this machine").focused; ++i) {
    app.ui().Press(Key::kTab);
  }
  ASSERT_TRUE(app.ui().Find("Examining this machine").focused);
  app.WaitUntil([&] { return app.state().doctor.value.has_value(); });
  app.ui().Settle();
  EXPECT_FALSE(app.ui().Shows("Examining this machine"));
  app.ui().Press(Key::kEnter);
  EXPECT_EQ(app.state().route, Route::kAbout);
}

TEST(Gallery, ShowsEveryKindOfWidget) {
  AppFixture app;
  Show(app, Route::kGallery);
  for (const char* role :
       {"button", "tab", "option", "combo", "checkbox", "chip", "row", "textbox", "code"}) {
    bool found = false;
    for (const UiNode& node : app.ui().tree().nodes()) found |= node.role == role;
    EXPECT_TRUE(found) << role;
  }
  EXPECT_FALSE(app.ui().Find("Primary, off").enabled);
}

TEST(Gallery, TellsNotices) {
  AppFixture app;
  Show(app, Route::kGallery);
  app.ui().Click("Tell something");
  EXPECT_TRUE(app.ui().Shows("Exported to a file."));
}

TEST(Notices, AreDismissedByTheKeyTheLatestFirst) {
  AppFixture app;
  app.core().Apply(command::Tell{command::Tell::Kind::kInfo, "First."});
  app.core().Apply(command::Tell{command::Tell::Kind::kInfo, "Second."});
  app.ui().Settle();
  app.ui().Ctrl(Key::kPeriod);
  EXPECT_TRUE(app.ui().Shows("First."));
  EXPECT_FALSE(app.ui().Shows("Second."));
  app.ui().Ctrl(Key::kPeriod);
  EXPECT_TRUE(app.state().notices.empty());
}

TEST(Notices, WaitUnderThePointer) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.core().Apply(command::Tell{command::Tell::Kind::kInfo, "Read me slowly."});
  ui.Settle();
  const UiNode words = ui.Find("Read me slowly.");
  ui.ClickAt(words.min.x + 5, words.min.y + 5);
  for (int i = 0; i < 5; ++i) ui.Wait(10);
  EXPECT_TRUE(ui.Shows("Read me slowly."));
  ui.ClickAt(5, 700);
  ui.Wait(10);
  ui.Settle();
  EXPECT_FALSE(ui.Shows("Read me slowly."));
}

TEST(Notices, StackWithoutLyingOverEachOtherAndStayOnTheScreen) {
  AppFixture app(1024, 640);
  for (int i = 0; i < 12; ++i) {
    app.core().Apply(
        command::Tell{command::Tell::Kind::kError,
                      "The file could not be written because the disk is full, number " +
                          std::to_string(i) + "."});
  }
  app.ui().Settle();
  float bottom = 1e9f;
  int shown = 0;
  for (const UiNode& node : app.ui().tree().nodes()) {
    if (!node.label.starts_with("The file could")) continue;
    ++shown;
    EXPECT_LT(node.max.y, bottom);
    EXPECT_GE(node.min.y, 0);
    bottom = node.min.y;
  }
  EXPECT_GE(shown, 3);
}

TEST(ErrorDialog, CopiesWhatAReportNeeds) {
  const Notice notice{1, Notice::Kind::kError, "It broke.", "io: disk 3"};
  EXPECT_EQ(ErrorReport(notice, ""), "Onsite 0.1.0\nIt broke.\n\nio: disk 3\n");
  EXPECT_THAT(ErrorReport(notice, "button \"Run\"\n"), HasSubstr("The screen:\nbutton \"Run\""));
}

TEST(ErrorDialog, OpensFromTheNoticeAndTakesTheScreenAlongOnRequest) {
  const std::vector<Notice> notices = {{7, Notice::Kind::kError, "It broke.", "io: disk 3"}};
  ToastState toasts;
  ErrorDialogState state;
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([] {});
    if (DrawToasts(context, notices, &toasts).details == 7) state.notice = notices[0];
    DrawErrorDialog(context, &state);
  });
  ui.Click("Details", "button");
  EXPECT_TRUE(ui.Shows("Something went wrong", "dialog"));
  ui.Click("Copy details");
  EXPECT_THAT(ui.clipboard, HasSubstr("io: disk 3"));
  EXPECT_THAT(ui.clipboard, Not(HasSubstr("The screen:")));
  ui.Click("Add what is on the screen (it may hold your answers)");
  ui.Click("Copy details");
  EXPECT_THAT(ui.clipboard, HasSubstr("The screen:\n"));
  ui.Press(Key::kEscape);
  EXPECT_FALSE(ui.Shows("Something went wrong", "dialog"));
  EXPECT_FALSE(state.notice.has_value());
}

TEST(Notices, WithoutDetailHaveNoDetailsButton) {
  AppFixture app;
  app.core().Apply(command::Tell{command::Tell::Kind::kError, "Plain."});
  app.ui().Settle();
  EXPECT_FALSE(app.ui().Shows("Details", "button"));
}

}  // namespace
}  // namespace app
