// The room's statement and conversation over the real core.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

constexpr char kCoding[] = "pair-with-target";
constexpr char kDesign[] = "video-recommendation";

std::size_t Messages(UiDriver& ui) {
  std::size_t count = 0;
  for (const UiNode& node : ui.tree().nodes()) count += node.role == "message";
  return count;
}

void Say(AppFixture* app, const std::string& text) {
  app->ui().Click("Message", "textbox");
  app->ui().Type(text + "\n");
  app->WaitUntil([app] {
    return !app->state().running->session->IsPending(interview::EvaluationKind::kFacts);
  });
}

TEST(ConversationPanel, SendsWithEnterAndKeepsShiftEnterForALineBreak) {
  AppFixture app;
  app.StartDrill(kCoding);
  app.ui().Click("Message", "textbox");
  app.ui().Type("one");
  app.ui().Press(Key::kEnter, {.shift = true});
  app.ui().Type("two");
  EXPECT_EQ(app.ui().Value("Message"), "one\ntwo");
  const float tall =
      app.ui().Find("Message", "textbox").max.y - app.ui().Find("Message", "textbox").min.y;
  app.ui().Type("\n");
  EXPECT_EQ(app.ui().Value("Message"), "");
  const auto& said = app.state().running->session->conversation();
  EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](const interview::Utterance& utterance) {
    return utterance.text == "one\ntwo";
  }));
  EXPECT_GT(tall, 40);
}

TEST(ConversationPanel, NamesTheModelWhoseWordsALineIsIn) {
  AppFixture app;
  app.StartDrill(kCoding);
  const std::string script = app.state().running->session->conversation()[0].text;
  const std::size_t messages = Messages(app.ui());
  const auto shows = [&](const std::string& label, const std::string& text) {
    const auto& nodes = app.ui().tree().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [&](const UiNode& node) {
      return node.role == "message" && node.label == label && node.value == text;
    });
  };
  EXPECT_TRUE(shows("Interviewer", script)) << app.ui().tree().Dump();
  app.core().Apply(
      command::Act{interview::event::LinePhrased{0, "Hi, shall we begin?", "small-model", "", 0}});
  app.ui().Frame();
  EXPECT_TRUE(shows("Interviewer, words of small-model", "Hi, shall we begin?"))
      << app.ui().tree().Dump();
  EXPECT_FALSE(shows("Interviewer", script));
  EXPECT_EQ(Messages(app.ui()), messages);
}

TEST(ConversationPanel, BringsTheLastMessageBackWithUp) {
  AppFixture app;
  app.StartDrill(kCoding);
  Say(&app, "I start with brute force.");
  app.ui().Click("Message", "textbox");
  app.ui().Press(Key::kUp);
  EXPECT_EQ(app.ui().Value("Message"), "I start with brute force.");
}

TEST(ConversationPanel, ShowsWhatIsTypedWithoutLosingItsMarks) {
  AppFixture app;
  app.StartDrill(kCoding);
  Say(&app, "It is a*b*c, $5 and `x_i` [1](2).");
  bool shown = false;
  for (const UiNode& node : app.ui().tree().nodes()) {
    shown |= node.label == "You" && node.value == "It is a*b*c, $5 and `x_i` [1](2).";
  }
  EXPECT_TRUE(shown) << app.ui().tree().Dump();
}

TEST(ConversationPanel, StartsAMessageFromAQuickReply) {
  AppFixture app;
  app.StartDrill(kCoding);
  app.ui().Click("Ask about edge cases", "chip");
  EXPECT_EQ(app.ui().Value("Message"), "Can the input be empty?");
  app.ui().Type(" Really");
  EXPECT_EQ(app.ui().Value("Message"), "Can the input be empty? Really");
  EXPECT_EQ(Messages(app.ui()), app.state().running->session->conversation().size());
}

TEST(ConversationPanel, OffersTheRepliesOfThePhase) {
  AppFixture app;
  app.StartDrill(kCoding);
  EXPECT_FALSE(app.ui().Shows("State complexity", "chip"));
  app.core().Apply(command::Act{interview::event::PhaseEntered{2}});
  app.ui().Settle();
  EXPECT_TRUE(app.ui().Shows("State complexity", "chip"));
  EXPECT_FALSE(app.ui().Shows("Ask about edge cases", "chip"));
}

TEST(ConversationPanel, KeepsItsChipsWithinANarrowWindow) {
  AppFixture app(1024, 640);
  for (const char* question : {kCoding, kDesign}) {
    app.StartDrill(question);
    for (const UiNode& node : app.ui().tree().nodes()) {
      if (node.role == "chip") {
        EXPECT_LE(node.max.x, 1024 - 12) << node.label;
      }
    }
    app.core().Apply(command::Act{interview::event::SessionEnded{}});
    app.WaitUntil([&] { return !app.state().running.has_value(); });
  }
}

TEST(ConversationPanel, SaysThePriceOfAHintBeforeItIsTaken) {
  AppFixture app;
  app.StartDrill(kCoding);
  const std::size_t before = Messages(app.ui());
  app.ui().Click("Hint 1 (costs 0.25)", "chip");
  EXPECT_EQ(Messages(app.ui()), before);
  app.ui().Click("Take it", "button");
  EXPECT_EQ(app.state().running->session->current_work()->hint_level, 1);
}

TEST(ConversationPanel, CopiesAMessageByTheKeyboard) {
  AppFixture app;
  app.StartDrill(kCoding);
  Say(&app, "My plan is two passes.");
  for (int i = 0; i < 60 && !app.ui().Find("Messages", "log").focused; ++i) {
    app.ui().Press(Key::kTab, {.shift = true});
  }
  ASSERT_TRUE(app.ui().Find("Messages", "log").focused);
  app.ui().Press(Key::kHome);
  app.ui().Ctrl(Key::kC);
  EXPECT_EQ(app.ui().clipboard, app.state().running->session->conversation().front().text);
}

TEST(QuestionPanel, ShowsHintsWithTheirPriceOnceTheyAreTaken) {
  AppFixture app;
  app.StartDrill(kCoding);
  EXPECT_TRUE(app.ui().Shows("Problem", "tab"));
  for (const UiNode& node : app.ui().tree().nodes()) {
    if (node.role == "tab") {
      EXPECT_FALSE(node.label.starts_with("Hints")) << node.label;
    }
  }
  app.core().Apply(command::Act{interview::event::HintTaken{1}});
  app.ui().Settle();
  std::string tab;
  for (const UiNode& node : app.ui().tree().nodes()) {
    if (node.role == "tab" && node.label.starts_with("Hints 1/")) tab = node.label;
  }
  ASSERT_FALSE(tab.empty());
  app.ui().Click(tab, "tab");
  EXPECT_FALSE(app.ui().Value("Hint 1", "article").empty());
}

TEST(QuestionPanel, CollectsTheFactsThatWereUncovered) {
  AppFixture app;
  app.StartDrill(kCoding);
  const auto& clarifications =
      app.state().running->session->current_work()->question->clarifications;
  ASSERT_FALSE(clarifications.empty());
  interview::event::InterviewerSaid said{clarifications[0].answer, "fact:" + clarifications[0].id};
  app.core().Apply(command::Act{said});
  app.ui().Settle();
  app.ui().Click("Facts 1", "tab");
  EXPECT_FALSE(app.ui().Value("Fact 1", "article").empty());
}

TEST(Coach, RemarksOnWhatTheSessionKnows) {
  AppFixture app;
  app.StartDrill(kCoding);
  EXPECT_NE(app.ui().Value("Coach").find("not asked anything"), std::string::npos);
  Say(&app, "Can the numbers be negative?");
  EXPECT_EQ(app.ui().Value("Coach").find("not asked anything"), std::string::npos);
  app.core().Apply(command::Act{interview::event::PhaseEntered{2}});
  app.ui().Settle();
  EXPECT_NE(app.ui().Value("Coach").find("complexity"), std::string::npos);
  Say(&app, "This is O(n) time.");
  EXPECT_EQ(app.ui().Value("Coach").find("complexity"), std::string::npos);
}

TEST(QuestionPanel, SelectsAndCopiesTheStatement) {
  AppFixture app;
  app.StartDrill(kCoding);
  for (int i = 0; i < 60 && !app.ui().Find("Statement", "article").focused; ++i) {
    app.ui().Press(Key::kTab);
  }
  ASSERT_TRUE(app.ui().Find("Statement", "article").focused);
  app.ui().Ctrl(Key::kA);
  app.ui().Ctrl(Key::kC);
  EXPECT_NE(app.ui().clipboard.find("exactly one pair"), std::string::npos) << app.ui().clipboard;
}

}  // namespace
}  // namespace app
