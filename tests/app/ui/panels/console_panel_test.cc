// The console over the real judge: what a candidate sees of samples, output, own cases and runs.
#include "app/ui/panels/console_panel.h"

#include <gtest/gtest.h>

#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

constexpr char kPair[] = "pair-with-target";
class Console : public testing::Test {
 protected:
  explicit Console(float width = 1440, float height = 900) : app_(width, height) {}

  void Open(const char* question = kPair) { app_.StartDrill(question); }

  // Puts code in place of the starter, as a paste does.
  void Code(const std::string& code) {
    ui().Ctrl(Key::k2);
    ui().Ctrl(Key::kA);
    ui().clipboard = code;
    ui().Ctrl(Key::kV);
  }
  void Run() {
    const std::size_t before = work().runs.size();
    ui().Press(Key::kEnter, {.ctrl = true});
    app_.WaitUntil([&] { return work().runs.size() > before; });
  }
  bool ShowsText(const std::string& text) {
    for (const UiNode& node : ui().tree().nodes()) {
      if (node.label.find(text) != std::string::npos ||
          node.value.find(text) != std::string::npos) {
        return true;
      }
    }
    return false;
  }
  const interview::QuestionWork& work() { return *app_.state().running->session->current_work(); }
  UiDriver& ui() { return app_.ui(); }

  AppFixture app_;
};

const std::string kWrong = "def pair_with_target(nums, target):\n    return [0, 2]\n";

TEST_F(Console, ShowsTheSamplesBeforeAnythingWasRun) {
  Open();
  EXPECT_EQ(ui().Value("Case 1", "chip"), "Not run yet");
  EXPECT_EQ(ui().Value("Input", "field"), "nums = [4,9,-2,7]\ntarget = 5");
  EXPECT_EQ(ui().Value("Expected", "field"), "[2,3]");
  ui().Click("Case 2", "chip");
  EXPECT_EQ(ui().Value("Expected", "field"), "[0,2]");
  EXPECT_TRUE(ShowsText("Ctrl+Enter runs these cases"));
}

TEST_F(Console, MarksTheFirstDifferenceOfAWrongSample) {
  Open();
  Code(kWrong);
  Run();
  EXPECT_EQ(ui().Value("Case 1", "chip"), "Wrong answer");
  EXPECT_EQ(ui().Value("Case 2", "chip"), "Accepted");
  EXPECT_EQ(ui().Value("Got", "field"), "[0,2]");
  EXPECT_TRUE(ui().Shows("Differs in Got", "mark"));
  EXPECT_TRUE(ui().Shows("Tests 1/2", "tab"));
}

TEST_F(Console, ShowsWhatCameOfEachSampleNotOnlyTheFirstThatFails) {
  Open();
  Code("def pair_with_target(nums, target):\n    return [7, len(nums)]\n");
  Run();
  EXPECT_EQ(ui().Value("Got", "field"), "[7,4]");
  ui().Click("Case 2", "chip");
  EXPECT_EQ(ui().Value("Got", "field"), "[7,3]");
  EXPECT_EQ(ui().Value("Expected", "field"), "[0,2]");
}

TEST_F(Console, GetsThereByTheKeyboardAlone) {
  Open();
  Code(kWrong);
  Run();
  ui().Ctrl(Key::k3);
  for (int i = 0; i < 40 && !ui().Find("Case 2", "chip").focused; ++i) ui().Press(Key::kTab);
  ASSERT_TRUE(ui().Find("Case 2", "chip").focused);
  ui().Press(Key::kSpace);
  EXPECT_TRUE(ui().Find("Case 2", "chip").on);
}

TEST_F(Console, SpellsOutWhatAProgramPrints) {
  Open();
  Code(
      "import sys\ndef pair_with_target(nums, target):\n    print('red \\x1b[31m \\u202e rtl "
      "\\u200b')\n"
      "    print('worse', file=sys.stderr)\n    return [0, 2]\n");
  Run();
  ui().Click("Output", "tab");
  const std::string shown = ui().Value("Output", "textbox");
  EXPECT_NE(shown.find("Case 1, standard output"), std::string::npos) << shown;
  EXPECT_NE(shown.find("Case 1, standard error"), std::string::npos);
  EXPECT_EQ(shown.find('\x1b'), std::string::npos);
  EXPECT_EQ(shown.find("\xE2\x80\xAE"), std::string::npos) << "the override itself";
  EXPECT_NE(shown.find("[31m"), std::string::npos);
  ui().Click("Copy", "button");
  EXPECT_EQ(ui().clipboard, shown);
}

TEST_F(Console, ShowsOneStreamAtATime) {
  Open();
  Code(
      "import sys\ndef pair_with_target(nums, target):\n    print('plain')\n"
      "    print('worse', file=sys.stderr)\n    return [2, 3]\n");
  Run();
  ui().Click("Output", "tab");
  ui().Click("stderr", "option");
  EXPECT_EQ(ui().Value("Output", "textbox").find("plain"), std::string::npos);
  EXPECT_NE(ui().Value("Output", "textbox").find("worse"), std::string::npos);
  ui().Click("stdout", "option");
  EXPECT_EQ(ui().Value("Output", "textbox").find("worse"), std::string::npos);
}

TEST_F(Console, SearchesTheOutput) {
  Open();
  Code(
      "def pair_with_target(nums, target):\n    for i in range(5): print('Step', i)\n"
      "    return [2, 3]\n");
  Run();
  ui().Click("Output", "tab");
  ui().Click("Output", "textbox");
  ui().Press(Key::kF, {.ctrl = true});
  ui().Type("step");
  EXPECT_TRUE(ui().Shows("1 of 10", "text")) << "both samples, without regard to case";
  ui().Type("\n");
  EXPECT_TRUE(ui().Shows("2 of 10", "text"));
  ui().Press(Key::kEnter, {.shift = true});
  ui().Press(Key::kEnter, {.shift = true});
  EXPECT_TRUE(ui().Shows("10 of 10", "text")) << "it goes round";
  ui().Type("zzz");
  EXPECT_TRUE(ui().Shows("none", "text"));
}

TEST_F(Console, SaysThatNothingWasPrinted) {
  Open();
  ui().Click("Output", "tab");
  EXPECT_TRUE(ShowsText("What your program prints appears here after a run"));
  Code(kWrong);
  Run();
  EXPECT_TRUE(ShowsText("This run printed nothing."));
}

TEST_F(Console, ACaseOfOnesOwnBeginsWithTheExampleAndTellsTypes) {
  Open();
  ui().Click("Custom input", "tab");
  EXPECT_EQ(ui().Value("nums", "textbox"), "[4,9,-2,7]");
  EXPECT_EQ(ui().Value("target", "textbox"), "5");
  EXPECT_EQ(ui().Value("Mine 1", "chip"), "Not run yet");
}

TEST_F(Console, RunsOwnCasesBesideTheReference) {
  Open();
  Code(kWrong);
  ui().Click("Custom input", "tab");
  ui().Click("target", "textbox");
  ui().Ctrl(Key::kA);
  ui().Type("13\n");
  app_.WaitUntil([&] { return work().runs.size() == 1; });
  EXPECT_EQ(ui().Value("Expected", "field"), "[0,1]");
  EXPECT_EQ(ui().Value("Got", "field"), "[0,2]");
  EXPECT_EQ(ui().Value("Mine 1", "chip"), "Wrong answer");
  ui().Click("Copy as new", "chip");
  EXPECT_EQ(ui().Value("target", "textbox"), "13");
  ui().Click("target", "textbox");
  ui().Ctrl(Key::kA);
  ui().Type("2");
  EXPECT_EQ(ui().Value("Mine 2", "chip"), "Not run yet");
  Run();
  EXPECT_EQ(ui().Value("Mine 2", "chip"), "Accepted");
  EXPECT_EQ(ui().Value("Mine 1", "chip"), "Wrong answer") << "each case keeps its result";
  ui().Click("Remove", "chip");
  EXPECT_FALSE(ui().Shows("Mine 2", "chip"));
}

TEST_F(Console, SaysWhatIsWrongWithAnArgumentOnceItIsRun) {
  Open();
  ui().Click("Custom input", "tab");
  ui().Click("nums", "textbox");
  ui().Ctrl(Key::kA);
  ui().Type("[1, \"x\"]");
  EXPECT_FALSE(ShowsText("nums[1] must be of type int"));
  ui().Type("\n");
  EXPECT_TRUE(ShowsText("nums[1] must be of type int, but is \"x\"; change it."));
  EXPECT_TRUE(work().runs.empty()) << "nothing was run";
  ui().Ctrl(Key::kA);
  ui().Type("[1, 4]");
  EXPECT_FALSE(ShowsText("nums[1] must be of type int"));
}

TEST_F(Console, OwnCasesOutliveTheRoom) {
  Open();
  Code(kWrong);
  ui().Click("Custom input", "tab");
  ui().Click("target", "textbox");
  ui().Ctrl(Key::kA);
  ui().Type("13\n");
  app_.WaitUntil([&] { return work().runs.size() == 1; });
  const interview::SessionId id = app_.state().running->id;
  app_.core().Apply(command::LeaveRoom{});
  ui().Settle();
  app_.core().Apply(command::ResumeSession{id});
  ui().Settle();
  if (ui().Shows("Resume", "button")) ui().Click("Resume", "button");
  EXPECT_EQ(work().runs.back().input, (interview::Json{{"args", {{4, 9, -2, 7}, 13}}}));
  ui().Click("Custom input", "tab");
  EXPECT_EQ(ui().Value("target", "textbox"), "13");
}

TEST_F(Console, CallsOfAClassAreTypedALineEach) {
  Open("lru-cache");
  EXPECT_NE(ui().Value("Calls", "field").find("LruCache(2)"), std::string::npos);
  ui().Click("Custom input", "tab");
  ui().Click("Calls", "textbox");
  ui().Ctrl(Key::kA);
  ui().Type("LruCache(1)\nput(1, 7)\nget(1)");
  Run();
  EXPECT_EQ(ui().Value("Expected", "field"), "[null,null,7]");
}

TEST_F(Console, KeepsTheHistoryAndComparesRuns) {
  Open();
  ui().Click("History", "tab");
  EXPECT_TRUE(ShowsText("Each run and each submission is kept here"));
  Code(kWrong);
  Run();
  Code("def pair_with_target(nums, target):\n    return [2, 3]\n");
  Run();
  ui().Click("History", "tab");
  EXPECT_NE(ui().Value("Run 1", "row").find("Wrong answer  ·  1 of 2"), std::string::npos);
  EXPECT_TRUE(ShowsText("Case 1 now passes; Case 2 now fails."));
  ui().Click("Run 1", "row");
  EXPECT_TRUE(ShowsText("Looking back at run 1 of 2"));
  EXPECT_EQ(ui().Value("Case 2", "chip"), "Accepted");
  ui().Click("Back to the latest", "button");
  EXPECT_EQ(ui().Value("Case 2", "chip"), "Wrong answer");
}

TEST_F(Console, ARunUnderWayIsCancelled) {
  Open();
  Code("def pair_with_target(nums, target):\n    while True: pass\n");
  ui().Press(Key::kEnter, {.ctrl = true});
  EXPECT_FALSE(ui().Find("Run", "button").enabled);
  EXPECT_EQ(ui().Value("Case 1", "chip"), "Running");
  ui().Click("Cancel", "button");
  EXPECT_FALSE(ui().Shows("Cancel", "button"));
  EXPECT_TRUE(ui().Find("Run", "button").enabled);
  EXPECT_TRUE(work().runs.empty());
  Code(kWrong);
  Run();
  EXPECT_EQ(work().runs.size(), 1u) << "the judge is free again";
}

TEST_F(Console, CountsTheTestsOfARunUnderWay) {
  Open();
  Code(
      "import time\ndef pair_with_target(nums, target):\n    time.sleep(0.5)\n    return [2, 3]\n");
  ui().Press(Key::kEnter, {.ctrl = true});
  app_.WaitUntil([&] { return ShowsText("of 2") && ShowsText("Running test"); });
  app_.WaitUntil([&] { return !work().runs.empty(); });
}

TEST_F(Console, AnUnjudgedSubmissionThatWasCancelledIsJudgedInTheEnd) {
  Open();
  Code(kWrong);
  ui().Press(Key::kEnter, {.ctrl = true, .shift = true});
  app_.core().Apply(command::Act{interview::event::RunCancelled{}});
  ui().Settle();
  app_.core().Apply(command::Act{interview::event::SessionEnded{}});
  app_.WaitUntil([&] {
    return app_.state().viewed.has_value() || !app_.state().running ||
           !app_.state().running->session->rounds()[0].work[0].judgements.empty();
  });
  const auto& open = app_.state().viewed ? app_.state().viewed : app_.state().running;
  ASSERT_TRUE(open);
  EXPECT_FALSE(open->session->rounds()[0].work[0].judgements.empty());
}

class NarrowConsole : public Console {
 protected:
  NarrowConsole() : Console(1024, 640) {}
};

TEST_F(NarrowConsole, HasRoomForTabsAndButtons) {
  Open();
  const UiNode panel = ui().Find("Console", "panel");
  const UiNode tab = ui().Find("History", "tab"), run = ui().Find("Run", "button");
  EXPECT_LE(tab.max.x, run.min.x);
  EXPECT_LE(ui().Find("Submit", "button").max.x, panel.max.x);
}

TEST_F(Console, HasTheMeasuredLayout) {
  Open();
  const UiNode panel = ui().Find("Console", "panel"), run = ui().Find("Run", "button");
  EXPECT_EQ(run.max.x - run.min.x, 88);
  EXPECT_EQ(run.max.y - run.min.y, 32);
  const UiNode submit = ui().Find("Submit", "button");
  EXPECT_EQ(submit.max.x - submit.min.x, 100);
  EXPECT_LE(run.max.y, panel.min.y + 44);
  const UiNode chip = ui().Find("Case 1", "chip"), field = ui().Find("Expected", "field");
  EXPECT_EQ(chip.max.y - chip.min.y, 28);
  EXPECT_EQ(field.max.y - field.min.y, 32);
  EXPECT_EQ(field.min.x - chip.min.x, 98);
}

}  // namespace
}  // namespace app
