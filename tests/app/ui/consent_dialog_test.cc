// What is asked before anything is sent, by keyboard and pointer, and the settings around it.
#include "app/ui/consent_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/core/llm_consent.h"
#include "app/core/session_answers.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using testing::HasSubstr;

constexpr char kDialog[] = "May this be sent?";

class ConsentDialogTest : public testing::Test {
 protected:
  explicit ConsentDialogTest(float width = 1440, float height = 900) : app_(width, height) {
    Settings settings = app_.state().settings;
    settings.llm.enabled = true;
    settings.llm.url = "http://127.0.0.1:9/v1";  // where nothing answers
    settings.llm.model = "small-model";
    app_.core().Apply(command::ChangeSettings{settings});
    app_.core().Apply(command::Navigate{Route::kSettings});
    ui_.Settle();
  }
  void Ask() {
    app_.core().Apply(command::TestLlm{});
    ui_.Settle();
  }
  const AppState& state() const { return app_.state(); }
  AppFixture app_;
  UiDriver& ui_ = app_.ui();
};

TEST_F(ConsentDialogTest, EnterAndSpacePressedInHasteSendNothing) {
  for (const Key key : {Key::kEnter, Key::kSpace, Key::kEscape}) {
    Ask();
    ASSERT_TRUE(ui_.Shows(kDialog, "dialog"));
    EXPECT_TRUE(ui_.Find("Not now", "button").focused);
    ui_.Press(key);
    ui_.Settle();
    EXPECT_FALSE(ui_.Shows(kDialog, "dialog"));
    EXPECT_FALSE(state().consent);
    EXPECT_TRUE(state().settings.llm.agreed.empty());
  }
}

TEST_F(ConsentDialogTest, TheKeyboardAloneReachesSend) {
  Ask();
  ui_.Press(Key::kTab);
  EXPECT_TRUE(ui_.Find("Send", "button").focused);
  ui_.Press(Key::kEnter);
  ui_.Settle();
  EXPECT_TRUE(HasAgreed(state().settings.llm));
  EXPECT_FALSE(ui_.Shows(kDialog, "dialog"));
}

TEST_F(ConsentDialogTest, ShowsTheRequestAndWhereItGoes) {
  Ask();
  EXPECT_TRUE(ui_.Shows("http://127.0.0.1:9/v1/chat/completions"));
  EXPECT_TRUE(ui_.Shows("It stays on this machine, not encrypted (http)."));
  EXPECT_THAT(ui_.Value("The request", "textbox"), HasSubstr("Reply with the single word: ready"));
}

TEST_F(ConsentDialogTest, TurnOffTurnsTheModelOff) {
  Ask();
  ui_.Click("Turn off", "button");
  EXPECT_FALSE(state().settings.llm.enabled);
  EXPECT_FALSE(state().consent);
}

// A window of 1024 x 640 at 300 %.
class SmallConsentDialogTest : public ConsentDialogTest {
 protected:
  SmallConsentDialogTest() : ConsentDialogTest(341, 213) {}
};

TEST_F(SmallConsentDialogTest, TheAnswersAreInReach) {
  Ask();
  for (const char* answer : {"Turn off", "Not now", "Send"}) {
    const UiNode node = ui_.Find(answer, "button");
    EXPECT_GE(node.min.x, 0) << answer;
    EXPECT_LE(node.max.x, 341) << answer;
    EXPECT_LE(node.max.y, 213) << answer;
  }
  ui_.Click("Not now", "button");
  EXPECT_FALSE(state().consent);
}

TEST_F(ConsentDialogTest, ATestThatFailsTellsCauseAndRemedyInTheSettings) {
  ui_.Click("Language model", "tab");
  ui_.Click("Test", "button");
  ui_.Click("Send", "button");
  app_.WaitUntil(
      [&] { return state().llm_test.state == Pending<LlmTestReport>::State::kUnavailable; });
  EXPECT_THAT(state().llm_test.why, HasSubstr("Nothing answers at 127.0.0.1:9"));
  EXPECT_TRUE(ui_.Shows(state().llm_test.why));
}

TEST_F(ConsentDialogTest, ConsentCanBeForgotten) {
  Ask();
  ui_.Click("Send", "button");
  ui_.Click("Language model", "tab");
  EXPECT_TRUE(ui_.Shows("openai http://127.0.0.1:9/v1 small-model"));
  ui_.Click("Forget consent", "button");
  EXPECT_TRUE(state().settings.llm.agreed.empty());
}

TEST_F(ConsentDialogTest, FieldsAreTakenOrComplainedAbout) {
  ui_.Click("Language model", "tab");
  ui_.Click("Time-out in seconds", "textbox");
  ui_.Ctrl(Key::kA);
  ui_.Type("soon");
  EXPECT_TRUE(ui_.Shows("Write a whole number from 1 to 600."));
  EXPECT_EQ(state().settings.llm.timeout_s, 60);
  ui_.Ctrl(Key::kA);
  ui_.Type("90");
  EXPECT_EQ(state().settings.llm.timeout_s, 90);
  EXPECT_FALSE(ui_.Shows("Write a whole number from 1 to 600."));
  ui_.Click("Names never sent", "textbox");
  ui_.Type("Jane Doe, Acme");
  EXPECT_EQ(state().settings.llm.names, (std::vector<std::string>{"Jane Doe", "Acme"}));
  ui_.Click("Further headers", "textbox");
  ui_.Type("X-Title: Onsite");
  EXPECT_EQ(state().settings.llm.headers.at("X-Title"), "Onsite");
}

TEST_F(ConsentDialogTest, TheDebriefHasTheSwitchOfTheSession) {
  const auto answers =
      ReadAnswers(ONSITE_SOURCE_DIR "/tests/support/answers/drills/concepts-good.json");
  ASSERT_TRUE(answers);
  app_.StartDrill(answers->front().question);
  ASSERT_TRUE(PlaySession(&app_.core(), {*answers}));
  ui_.Settle();
  ui_.Click("Feedback", "tab");
  ui_.Click("The model is on in this session", "checkbox");
  EXPECT_EQ(state().viewed->session->llm_switch(), false);
  EXPECT_TRUE(ui_.Shows("The model is off in this session", "checkbox"));
  EXPECT_FALSE(ui_.Find("Ask for feedback", "button").enabled);
  ui_.Click("The model is off in this session", "checkbox");
  ui_.Click("Ask for feedback", "button");
  EXPECT_TRUE(ui_.Shows(kDialog, "dialog"));
}

}  // namespace
}  // namespace app
