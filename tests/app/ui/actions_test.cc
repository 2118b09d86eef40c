// What keys, palette and sheet do over the real app.
#include "app/ui/actions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using testing::HasSubstr;

constexpr char kConcept[] = "bias-variance-decomp";
constexpr char kCoding[] = "pair-with-target";
constexpr char kDesign[] = "video-recommendation";

void Show(AppFixture& app, Route route) {
  app.core().Apply(command::Navigate{route});
  app.ui().Settle();
}

void ChangeKeys(AppFixture& app, std::map<std::string, std::string> keys) {
  Settings settings = app.state().settings;
  settings.keys = std::move(keys);
  app.core().Apply(command::ChangeSettings{settings});
  app.ui().Settle();
}

// The label of the row that Enter would take.
std::string Chosen(UiDriver& ui) {
  for (const UiNode& node : ui.tree().nodes()) {
    if (node.role == "row" && node.on && node.visible) return node.label;
  }
  return {};
}

TEST(Shortcuts, LeadToThePages) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Press(Key::k2, {.alt = true});
  EXPECT_EQ(app.state().route, Route::kLibrary);
  ui.Press(Key::k3, {.alt = true});
  EXPECT_EQ(app.state().route, Route::kHistory);
  ui.Ctrl(Key::kComma);
  EXPECT_EQ(app.state().route, Route::kSettings);
  ui.Ctrl(Key::kN);
  EXPECT_EQ(app.state().route, Route::kSetup);
  ui.Press(Key::k1, {.alt = true});
  EXPECT_EQ(app.state().route, Route::kHome);
}

TEST(Shortcuts, EscLeadsBackOneStep) {
  AppFixture app;
  Show(app, Route::kTranscript);
  app.ui().Press(Key::kEscape);
  EXPECT_EQ(app.state().route, Route::kHistory);
  app.ui().Press(Key::kEscape);
  EXPECT_EQ(app.state().route, Route::kHome);
  app.ui().Press(Key::kEscape);
  EXPECT_EQ(app.state().route, Route::kHome);
}

TEST(Shortcuts, EscClosesAMenuBeforeItLeavesThePage) {
  AppFixture app;
  Show(app, Route::kLibrary);
  app.ui().Click("Difficulty", "combo");
  app.ui().Press(Key::kEscape);
  EXPECT_EQ(app.state().route, Route::kLibrary);
  EXPECT_FALSE(app.ui().Shows("Hard", "option"));
}

TEST(Shortcuts, ZoomInSteps) {
  AppFixture app;
  app.ui().Ctrl(Key::kEqual);
  EXPECT_EQ(app.state().settings.zoom_percent, 110);
  app.ui().Press(Key::kEqual, {.ctrl = true, .shift = true});  // the plus of many keyboards
  EXPECT_EQ(app.state().settings.zoom_percent, 125);
  app.ui().Ctrl(Key::kMinus);
  EXPECT_EQ(app.state().settings.zoom_percent, 110);
  app.ui().Ctrl(Key::k0);
  EXPECT_EQ(app.state().settings.zoom_percent, 100);
}

TEST(Shortcuts, AreChangedLive) {
  AppFixture app;
  ChangeKeys(app, {{"library", "F9"}});
  app.ui().Press(Key::k2, {.alt = true});
  EXPECT_EQ(app.state().route, Route::kHome);
  app.ui().Press(Key::kF9);
  EXPECT_EQ(app.state().route, Route::kLibrary);
}

TEST(Shortcuts, ThatCannotBeMetAreToldOnceInASentence) {
  AppFixture app;
  ChangeKeys(app, {{"libary", "F9"}});
  ASSERT_EQ(app.state().notices.size(), 1u);
  EXPECT_EQ(app.state().notices[0].text,
            "keys: there is no action \"libary\"; did you mean \"library\"?");
}

TEST(Shortcuts, OfTheRoomDoNothingOutside) {
  AppFixture app;
  app.ui().Press(Key::kE, {.alt = true});
  app.ui().Ctrl(Key::kEnter);
  EXPECT_TRUE(app.ui().Shows("Home", "screen"));
  EXPECT_FALSE(app.ui().Shows("End this round?", "dialog"));
}

TEST(Shortcuts, RunAndSubmitCode) {
  AppFixture app;
  app.StartDrill(kCoding);
  const interview::Session& session = *app.state().running->session;
  app.ui().Ctrl(Key::kEnter);
  EXPECT_TRUE(session.IsPending(interview::EvaluationKind::kRunVisible) ||
              !session.current_work()->runs.empty());
  app.WaitUntil([&] { return !session.current_work()->runs.empty(); });
  app.ui().Press(Key::kEnter, {.ctrl = true, .shift = true});
  app.WaitUntil([&] { return !session.current_work()->judgements.empty(); });
}

TEST(Shortcuts, LeadToThePanelsOfTheRoom) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kCoding);
  ui.Ctrl(Key::k4);
  ui.Type("Hello");
  EXPECT_EQ(ui.Value("Message", "textbox"), "Hello");
  ui.Ctrl(Key::k3);
  const auto focused_in = [&](const char* panel) {
    const UiNode place = ui.Find(panel, "panel");
    for (const UiNode& node : ui.tree().nodes()) {
      if (node.focused && node.min.x >= place.min.x && node.max.x <= place.max.x + 1 &&
          node.min.y >= place.min.y && node.max.y <= place.max.y + 1) {
        return true;
      }
    }
    return false;
  };
  EXPECT_TRUE(focused_in("Console"));
  ui.Press(Key::kF6);
  EXPECT_TRUE(focused_in("Conversation"));
  ui.Press(Key::kF6, {.shift = true});
  EXPECT_TRUE(focused_in("Console"));
}

TEST(Shortcuts, StepThroughThePhases) {
  AppFixture app;
  app.StartDrill(kDesign);
  const auto phase = [&] { return app.state().running->session->current_round()->phase; };
  const int first = phase();
  app.ui().Ctrl(Key::kPageDown);
  EXPECT_EQ(phase(), first + 1);
  app.ui().Ctrl(Key::kPageUp);
  EXPECT_EQ(phase(), first);
  app.ui().Ctrl(Key::kPageUp);
  EXPECT_EQ(phase(), 0);
}

TEST(Shortcuts, PauseResumeEndAndLeave) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kConcept);
  ui.Press(Key::kP, {.alt = true});
  EXPECT_TRUE(ui.Shows("Paused", "panel"));
  ui.Press(Key::kP, {.alt = true});
  EXPECT_FALSE(ui.Shows("Paused", "panel"));
  ui.Press(Key::kE, {.alt = true});
  EXPECT_TRUE(ui.Shows("End this round?", "dialog"));
  ui.Press(Key::kEscape);
  EXPECT_FALSE(ui.Shows("End this round?", "dialog"));
  ui.Press(Key::kL, {.alt = true});
  EXPECT_TRUE(ui.Shows("Leave the room?", "dialog"));
}

TEST(Shortcuts, AreDeafUnderADialog) {
  AppFixture app;
  app.StartDrill(kCoding);
  app.ui().Press(Key::kE, {.alt = true});
  app.ui().Ctrl(Key::kEnter);
  EXPECT_FALSE(app.state().running->session->IsPending(interview::EvaluationKind::kRunVisible));
}

TEST(Palette, OpensWithTheBoxFocusedAndClosesByEsc) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Ctrl(Key::kK);
  EXPECT_TRUE(ui.Shows("Command palette", "dialog"));
  ui.Type("abc");
  EXPECT_EQ(ui.Value("Search actions"), "abc");
  ui.Press(Key::kEscape);
  EXPECT_FALSE(ui.Shows("Command palette", "dialog"));
  EXPECT_EQ(app.state().route, Route::kHome);
}

TEST(Palette, DoesWhatWasTyped) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Ctrl(Key::kK);
  ui.Type("histo\n");
  EXPECT_EQ(app.state().route, Route::kHistory);
  EXPECT_FALSE(ui.Shows("Command palette", "dialog"));
}

TEST(Palette, FindsGoesToALineAndOpensTheEditorOutside) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Ctrl(Key::kK);
  EXPECT_FALSE(ui.Shows("Find in the code", "row")) << "only where there is code";
  ui.Press(Key::kEscape);
  app.StartDrill("pair-with-target");
  ui.Ctrl(Key::kK);
  ui.Type("find in the");
  EXPECT_EQ(ui.Value("Find in the code", "row"), "Ctrl+F");
  ui.Type("\n");
  ui.Settle();
  ASSERT_TRUE(ui.Shows("Find", "textbox"));
  ui.Type("def");
  EXPECT_EQ(ui.Value("Find", "textbox"), "def") << "the keyboard is in the bar";
  ui.Press(Key::kEscape);
  ui.Ctrl(Key::kK);
  ui.Type("go to a line\n");
  ui.Settle();
  ui.Type("1\n");
  EXPECT_FALSE(ui.Shows("Command palette", "dialog"));
  ui.Ctrl(Key::kK);
  ui.Type("$editor");
  EXPECT_TRUE(ui.Shows("Edit the code in $EDITOR", "row"));
}

TEST(Palette, ShowsTheKeyOfEachActionAsConfigured) {
  AppFixture app;
  ChangeKeys(app, {{"library", "F9"}});
  app.ui().Ctrl(Key::kK);
  EXPECT_EQ(app.ui().Value("Library", "row"), "F9");
  EXPECT_EQ(app.ui().Value("History", "row"), "Alt+3");
}

TEST(Palette, OffersOnlyWhatCanBeDoneNow) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Ctrl(Key::kK);
  EXPECT_FALSE(ui.Shows("Run the code", "row"));
  EXPECT_TRUE(ui.Shows("Start a drill: Coding", "row"));
  ui.Press(Key::kEscape);
  app.StartDrill(kCoding);
  ui.Ctrl(Key::kK);
  EXPECT_TRUE(ui.Shows("Run the code", "row"));
  EXPECT_FALSE(ui.Shows("I have answered", "row"));
  EXPECT_FALSE(ui.Shows("Start a drill: Coding", "row"));
}

TEST(Palette, IsWalkedByTheArrows) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Ctrl(Key::kK);
  const std::string first = Chosen(ui);
  ui.Press(Key::kDown);
  const std::string second = Chosen(ui);
  EXPECT_NE(first, second);
  ui.Press(Key::kUp);
  EXPECT_EQ(Chosen(ui), first);
  ui.Press(Key::kUp);
  EXPECT_EQ(Chosen(ui), first);
  for (int i = 0; i < 12; ++i) ui.Press(Key::kDown);
  EXPECT_NE(Chosen(ui), "") << "the chosen row is scrolled into view";
}

TEST(Palette, RemembersWhatWasUsed) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Ctrl(Key::kK);
  ui.Type("light\n");
  EXPECT_EQ(app.state().settings.theme, ThemeChoice::kLight);
  ui.Ctrl(Key::kK);
  EXPECT_EQ(Chosen(ui), "Theme: Light");
}

TEST(Palette, SetsThemesAndZooms) {
  AppFixture app;
  app.ui().Ctrl(Key::kK);
  app.ui().Type("high contrast\n");
  EXPECT_EQ(app.state().settings.theme, ThemeChoice::kHighContrast);
  app.ui().Ctrl(Key::kK);
  app.ui().Type("zoom 150\n");
  EXPECT_EQ(app.state().settings.zoom_percent, 150);
}

TEST(Palette, GoesToAQuestionAndStartsADrill) {
  AppFixture app;
  UiDriver& ui = app.ui();
  const interview::QuestionPtr question = app.state().bank.Find(kDesign);
  ui.Ctrl(Key::kK);
  ui.Type(question->title + "\n");
  EXPECT_EQ(app.state().route, Route::kLibrary);
  EXPECT_TRUE(ui.Find(question->title, "row").on);
  EXPECT_TRUE(ui.Find(question->title, "row").visible);
  ui.Ctrl(Key::kK);
  ui.Type("start drill concepts\n");
  ASSERT_TRUE(app.state().running);
  EXPECT_EQ(app.state().running->session->current_plan()->kind, interview::RoundKind::kConcepts);
}

TEST(Palette, SaysWhenNothingFits) {
  AppFixture app;
  app.ui().Ctrl(Key::kK);
  app.ui().Type("qqqzzz\n");
  EXPECT_TRUE(app.ui().Shows("Nothing that can be done here is called like that."));
}

TEST(Palette, IsPressedByThePointer) {
  AppFixture app;
  app.ui().Ctrl(Key::kK);
  app.ui().Type("histo");
  app.ui().Click("History", "row");
  EXPECT_EQ(app.state().route, Route::kHistory);
}

TEST(Palette, GivesTheFocusBackToWhereItWas) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill(kConcept);
  ui.Click("Answer", "textbox");
  ui.Ctrl(Key::kK);
  ui.Press(Key::kEscape);
  ui.Type("variance");
  EXPECT_EQ(ui.Value("Answer", "textbox"), "variance");
}

TEST(Palette, RunsTheActionsOfTheRoom) {
  AppFixture app;
  app.StartDrill(kCoding);
  app.ui().Ctrl(Key::kK);
  app.ui().Type("run\n");
  const interview::Session& session = *app.state().running->session;
  app.WaitUntil([&] { return !session.current_work()->runs.empty(); });
}

TEST(ShortcutSheet, ListsTheKeysByGroup) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Press(Key::kF1);
  EXPECT_TRUE(ui.Shows("Keyboard shortcuts", "dialog"));
  EXPECT_EQ(ui.Value("Run the code", "shortcut"), "Ctrl+Enter");
  EXPECT_EQ(ui.Value("Previous panel", "shortcut"), "Shift+F6");
  EXPECT_TRUE(ui.Shows("In the room"));
  EXPECT_TRUE(ui.Shows("While typing and choosing"));
  EXPECT_FALSE(ui.Shows("Gallery of the widgets", "shortcut"));  // it has no key
}

TEST(ShortcutSheet, IsSearchedByNameAndByKey) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Press(Key::kF1);
  ui.Type("submit");
  EXPECT_TRUE(ui.Shows("Submit the code", "shortcut"));
  EXPECT_FALSE(ui.Shows("Library", "shortcut"));
  ui.Ctrl(Key::kA);
  ui.Type("F12");
  EXPECT_TRUE(ui.Shows("Debug menu", "shortcut"));
  ui.Ctrl(Key::kA);
  ui.Type("qqqq");
  EXPECT_TRUE(ui.Shows("No key is called like that."));
}

TEST(ShortcutSheet, ShowsConfiguredKeysAndCloses) {
  AppFixture app;
  ChangeKeys(app, {{"submit", "F8"}});
  app.ui().Press(Key::kF1);
  EXPECT_EQ(app.ui().Value("Submit the code", "shortcut"), "F8");
  app.ui().Click("Close");
  EXPECT_FALSE(app.ui().Shows("Keyboard shortcuts", "dialog"));
}

TEST(DebugMenu, ShowsAndHidesAndOpensTheGallery) {
  AppFixture app;
  UiDriver& ui = app.ui();
  ui.Press(Key::kF12);
  EXPECT_TRUE(ui.Shows("Debug menu", "panel"));
  ui.Click("Toolkit demo");
  ui.Click("Toolkit demo");
  ui.Click("Copy the tree of the screen");
  EXPECT_THAT(ui.clipboard, HasSubstr("screen \"Home\""));
  ui.Click("Gallery of the widgets", "button");
  EXPECT_TRUE(ui.Shows("Gallery", "screen"));
  ui.Click("Toolkit metrics");
  ui.Press(Key::kF12);
  EXPECT_FALSE(ui.Shows("Debug menu", "panel"));
}

}  // namespace
}  // namespace app
