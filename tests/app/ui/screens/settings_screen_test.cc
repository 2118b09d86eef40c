// Changing settings by hand.
#include "app/ui/screens/settings_screen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/ui/app_fixture.h"
#include "tests/support/temp_folder.h"

namespace app {
namespace {

using testing::HasSubstr;

class SettingsScreenTest : public testing::Test {
 protected:
  SettingsScreenTest() {
    app_.core().Apply(command::Navigate{Route::kSettings});
    ui_.Settle();
  }
  const Settings& settings() const { return app_.state().settings; }
  AppFixture app_;
  UiDriver& ui_ = app_.ui();
};

TEST_F(SettingsScreenTest, SetsTheLook) {
  ui_.Click("High contrast", "option");
  EXPECT_EQ(settings().theme, ThemeChoice::kHighContrast);
  ui_.Click("Zoom", "combo");
  ui_.Click("150 %", "option");
  EXPECT_EQ(settings().zoom_percent, 150);
  ui_.Click("Code size", "combo");
  ui_.Click("18 px", "option");
  EXPECT_EQ(settings().code_size, 18);
  ui_.Click("Keep movements to a minimum");
  ui_.Click("Read aloud what has the focus");
  EXPECT_TRUE(settings().reduce_motion);
  EXPECT_TRUE(settings().read_aloud);
}

TEST_F(SettingsScreenTest, SetsTheRounds) {
  ui_.Click("Rounds", "tab");
  ui_.Click("Relaxed (125 %)", "option");
  ui_.Click("Show the difficulty");
  ui_.Click("Practise blind: hide topic, pattern and difficulty");
  EXPECT_EQ(settings().time_scale, 1.25);
  EXPECT_TRUE(settings().show_difficulty);
  EXPECT_TRUE(settings().blind_practice);
}

TEST_F(SettingsScreenTest, ChoosesWhoAsksInTheNextSession) {
  ui_.Click("Rounds", "tab");
  EXPECT_TRUE(ui_.Find("Neutral", "option").on);
  ui_.Click("Terse", "option");
  EXPECT_EQ(settings().persona, "terse");
  app_.StartDrill("bias-variance-decomp");
  EXPECT_EQ(app_.state().running->session->plan().persona, "terse");
}

TEST_F(SettingsScreenTest, SetsTheEditor) {
  ui_.Click("Editor", "tab");
  ui_.Click("IDE", "option");
  ui_.Click("Vim", "checkbox");
  EXPECT_EQ(settings().assist, interview::AssistLevel::kIde);
  EXPECT_TRUE(settings().vim_keys);
}

TEST_F(SettingsScreenTest, ASearchLeavesTheRowsThatFitOfAllSections) {
  ui_.Click("Search settings", "textbox");
  ui_.Type("vim");
  EXPECT_TRUE(ui_.Shows("Vim", "checkbox"));
  EXPECT_FALSE(ui_.Shows("Zoom", "combo"));
  EXPECT_FALSE(ui_.Shows("Look", "tab"));
  ui_.Click("Vim", "checkbox");
  EXPECT_TRUE(settings().vim_keys);
  ui_.Click("Search settings", "textbox");
  ui_.Ctrl(Key::kA);
  ui_.Type("CONTRAST look");
  EXPECT_TRUE(ui_.Shows("High contrast", "option")) << "by what a row offers, and its section";
  ui_.Ctrl(Key::kA);
  ui_.Type("Submit");
  EXPECT_TRUE(ui_.Shows("Ctrl+Shift+Enter", "button"));
  ui_.Ctrl(Key::kA);
  ui_.Type("flux capacitor");
  EXPECT_TRUE(ui_.Shows("No setting is called that."));
  ui_.Ctrl(Key::kA);
  ui_.Press(Key::kDelete);
  EXPECT_TRUE(ui_.Shows("Look", "tab"));
  EXPECT_TRUE(ui_.Shows("Zoom", "combo"));
}

TEST_F(SettingsScreenTest, SaysWhetherProseIsChecked) {
  ui_.Click("Editor", "tab");
  using State = Pending<std::shared_ptr<SpellChecker>>::State;
  app_.WaitUntil([&] {
    return app_.state().spelling.state == State::kReady ||
           app_.state().spelling.state == State::kUnavailable;
  });
  const bool ready = app_.state().spelling.state == State::kReady;
  EXPECT_TRUE(ui_.Shows(ready ? "Prose is checked as you write. The menu of a word (right button, "
                                "or Ctrl+.) offers others and adds it to yours."
                              : app_.state().spelling.why));
}

TEST_F(SettingsScreenTest, AreKeptInTheFile) {
  ui_.Click("Light", "option");
  const auto stored = LoadSettings(app_.state().paths.settings);
  ASSERT_TRUE(stored);
  EXPECT_EQ(*stored, settings());
}

TEST_F(SettingsScreenTest, TakeANewKey) {
  ui_.Click("Keys", "tab");
  ui_.Click("Ctrl+Shift+Enter", "button");
  EXPECT_TRUE(ui_.Shows("Press the new key"));
  ui_.Press(Key::kF8);
  EXPECT_EQ(settings().keys.at("submit"), "F8");
  EXPECT_TRUE(ui_.Shows("F8", "button"));
  ui_.Click("As usual");
  EXPECT_TRUE(settings().keys.empty());
  EXPECT_TRUE(ui_.Shows("Ctrl+Shift+Enter", "button"));
}

TEST_F(SettingsScreenTest, TakeANewKeyByTheKeyboardAlone) {
  ui_.Click("Keys", "tab");
  for (int i = 0; i < 90 && !ui_.Find("Ctrl+Shift+Enter", "button").focused; ++i) {
    ui_.Press(Key::kTab);
  }
  ui_.Press(Key::kEnter);
  EXPECT_TRUE(ui_.Shows("Press the new key"));
  ui_.Press(Key::kF8);
  EXPECT_EQ(settings().keys.at("submit"), "F8");
}

TEST_F(SettingsScreenTest, EscLeavesAKeyAsItIs) {
  ui_.Click("Keys", "tab");
  ui_.Click("Ctrl+Shift+Enter", "button");
  ui_.Press(Key::kEscape);
  EXPECT_TRUE(settings().keys.empty());
  EXPECT_EQ(app_.state().route, Route::kSettings);
}

TEST_F(SettingsScreenTest, AKeyThatIsTakenDoesNotActAndIsRefusedWithTheReason) {
  ui_.Click("Keys", "tab");
  ui_.Click("Ctrl+Shift+Enter", "button");
  ui_.Press(Key::kF1);
  EXPECT_FALSE(ui_.Shows("Keyboard shortcuts", "dialog"));
  EXPECT_TRUE(settings().keys.empty());
  EXPECT_TRUE(
      ui_.Shows("keys: submit cannot be F1, which is shortcuts; choose another key, or "
                "give shortcuts another one."));
}

TEST_F(SettingsScreenTest, ALetterAloneIsRefused) {
  ui_.Click("Keys", "tab");
  ui_.Click("Ctrl+Shift+Enter", "button");
  ui_.Press(Key::kR);
  EXPECT_TRUE(settings().keys.empty());
  EXPECT_TRUE(ui_.Shows("keys: submit cannot be R: it is needed for typing."));
}

TEST_F(SettingsScreenTest, SetsTheEndpoint) {
  ui_.Click("Language model", "tab");
  ui_.Click("Address", "textbox");
  ui_.Type("http://localhost:1/v1");
  EXPECT_EQ(settings().llm.url, "http://localhost:1/v1");
  EXPECT_FALSE(settings().llm.enabled);
}

TEST_F(SettingsScreenTest, TellsThePlaces) {
  ui_.Click("Places", "tab");
  EXPECT_TRUE(ui_.Shows(app_.state().paths.settings.string()));
}

TEST_F(SettingsScreenTest, AreReadAgainAfterTheFileWasEdited) {
  support::WriteBytes(app_.state().paths.settings, R"({"keys": {"library": "F9"}})");
  app_.core().Apply(command::ReloadSettings{});
  ui_.Settle();
  ui_.Press(Key::kF9);
  EXPECT_EQ(app_.state().route, Route::kLibrary);
  support::WriteBytes(app_.state().paths.settings, R"({"zoom_percent": 5})");
  app_.core().Apply(command::ReloadSettings{});
  EXPECT_THAT(app_.state().notices.back().text, HasSubstr("zoom_percent: must be from 75 to 300"));
  EXPECT_EQ(settings().keys.size(), 1u);
}

TEST(Zoom, StepsStayWithinTheLimits) {
  EXPECT_EQ(StepZoom(300, 1), 300);
  EXPECT_EQ(StepZoom(75, -1), 75);
  EXPECT_EQ(StepZoom(100, 1), 110);
  EXPECT_EQ(StepZoom(105, -1), 100);
  EXPECT_EQ(ZoomSteps().front(), kLeastZoom);
  EXPECT_EQ(ZoomSteps().back(), kMostZoom);
}

}  // namespace
}  // namespace app
