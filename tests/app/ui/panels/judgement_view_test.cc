// Judgements as the room and the debrief draw them.
#include "app/ui/panels/judgement_view.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/layout.h"
#include "tests/app/ui/app_fixture.h"

namespace app {
namespace {

using interview::Judgement;
using interview::Verdict;

constexpr float kWidth = 700;

interview::Question Coding() {
  interview::Question question;
  interview::CodingSpec spec;
  spec.signature.params = {{"nums", *interview::ParseType("list<int>")},
                           {"k", *interview::ParseType("int")}};
  spec.signature.returns = *interview::ParseType("list<int>");
  spec.growth.time = "O(n)";
  question.spec = spec;
  return question;
}

Judgement Wrong() {
  Judgement judgement;
  judgement.verdict = Verdict::kWrongAnswer;
  judgement.first_failure.emplace();
  interview::Failure& failure = *judgement.first_failure;
  failure.input = interview::Json{{"args", {{5, 4, 3}, 2}}};
  failure.expected = {1, 2, 3};
  failure.got = {1, 3};
  return judgement;
}

bool ShowsText(UiDriver& ui, const std::string& text) {
  for (const UiNode& node : ui.tree().nodes()) {
    if (node.label.find(text) != std::string::npos || node.value.find(text) != std::string::npos) {
      return true;
    }
  }
  return false;
}

struct View {
  Judgement judgement;
  interview::Question question = Coding();
  WholeValueState whole = {};
  int line = 0;
  UiDriver ui{[this](FrameContext& context) {
    DrawInWindow([&] {
      DrawRemarks(context, judgement, kWidth, [this](int pressed) { line = pressed; });
      DrawMeasures(context, judgement, &question, kWidth);
      if (judgement.first_failure) {
        DrawFailure(context, judgement, &question, kWidth, &whole);
      }
      DrawWholeValue(context, &whole);
    });
  }};
};

TEST(JudgementView, ShowsWhatDiffersWithASignInWords) {
  View view{Wrong()};
  view.ui.Settle();
  EXPECT_EQ(view.ui.Value("Input"), "nums = [5,4,3]\nk = 2");
  EXPECT_TRUE(ShowsText(view.ui, "- [1]: 2 is missing"));
  EXPECT_TRUE(ShowsText(view.ui, "- missing, + too many, ~ different"));
  EXPECT_FALSE(view.ui.Shows("See all", "button")) << "it is all there";
}

TEST(JudgementView, ShowsTheSmallerInputBesideTheFailure) {
  View view{Wrong()};
  view.judgement.first_failure->shrunk_input = interview::Json{{"args", {{1}, 0}}};
  view.judgement.first_failure->shrunk_expected = interview::Json::array({1});
  view.ui.Settle();
  EXPECT_TRUE(ShowsText(view.ui, "The smallest input"));
  EXPECT_TRUE(ShowsText(view.ui, "nums = [1]\nk = 0"));
}

TEST(JudgementView, OpensLargeValuesWhole) {
  View view{Wrong()};
  auto whole = std::make_shared<interview::WholeValues>();
  whole->input = interview::Json{{"args", {std::vector<int>(5000, 12345), 2}}};
  whole->expected = view.judgement.first_failure->expected;
  whole->got = view.judgement.first_failure->got;
  view.judgement.first_failure->whole = whole;
  view.ui.Settle();
  EXPECT_NE(view.ui.Value("Input").find("more of 5,000"), std::string::npos);
  EXPECT_LT(view.ui.Value("Input").size(), 1000u);
  view.ui.Click("See all", "button");
  EXPECT_TRUE(view.ui.Shows("Whole value", "dialog"));
  view.ui.Click("Copy", "button");
  EXPECT_GT(view.ui.clipboard.size(), 5000u * 6);
  EXPECT_TRUE(view.ui.clipboard.starts_with("nums = [12345,"));
  for (std::size_t begin = 0; begin < view.ui.clipboard.size();) {
    const std::size_t end = std::min(view.ui.clipboard.find('\n', begin), view.ui.clipboard.size());
    EXPECT_LE(end - begin, 100u);
    begin = end + 1;
  }
  view.ui.Click("Close", "button");
  EXPECT_FALSE(view.ui.Shows("Whole value", "dialog"));
}

TEST(JudgementView, SaysThatAStoredValueWasCutAndNamesChangedArguments) {
  View view{Wrong()};
  view.judgement.first_failure->expected = interview::Json{{"0", {1, 2, "… 4,990 more of 5,000"}}};
  view.judgement.first_failure->got = interview::Json{{"0", {1, 3, "… 4,990 more of 5,000"}}};
  view.ui.Settle();
  EXPECT_EQ(view.ui.Value("Got"), "nums = [1,3,\"… 4,990 more of 5,000\"]");
  EXPECT_TRUE(ShowsText(view.ui, "Cut when it was stored"));
  EXPECT_FALSE(view.ui.Shows("See all", "button"));
  EXPECT_TRUE(ShowsText(view.ui, "~ nums[1]: expected 2, got 3"));
}

TEST(JudgementView, TellsCautionExplanationTimeAndGrowth) {
  View view;
  view.judgement.caution = "Run without namespaces: --sandbox=limits-only.";
  view.judgement.explanation = "heap-buffer-overflow in line 4";
  view.judgement.timing = {7, 12.3, 12.6, 0.02, 9.5, 1.29};
  view.judgement.growth.growth_class = "O(n)";
  view.judgement.growth.confident = true;
  view.judgement.growth.signal = "basic blocks";
  view.judgement.growth.memory_class = "O(1)";
  view.ui.Settle();
  EXPECT_TRUE(ShowsText(view.ui, "Caution: Run without namespaces"));
  EXPECT_TRUE(ShowsText(view.ui, "Why: heap-buffer-overflow in line 4"));
  EXPECT_TRUE(ShowsText(view.ui,
                        "Time: best 12.3 ms, median 12.6 ms of 7 runs (spread 2 %), 1.29 times "
                        "the reference (9.50 ms)"));
  EXPECT_TRUE(
      ShowsText(view.ui, "Growth: O(n) by basic blocks, as asked for; memory O(1) (unsure)"));
}

TEST(JudgementView, ADiagnosticLeadsToItsLine) {
  View view;
  view.judgement.diagnostics = {{3, 1, "error", "expected ';'"}, {0, 0, "error", "no main"}};
  view.ui.Settle();
  view.ui.Click("Line 3", "chip");
  EXPECT_EQ(view.line, 3);
  EXPECT_TRUE(ShowsText(view.ui, "error: no main"));
}

// From the first run to the smaller input, over the real judge.
TEST(Room, ShrinksAFailingTestByAButton) {
  AppFixture app;
  UiDriver& ui = app.ui();
  app.StartDrill("pair-with-target");
  ui.Ctrl(Key::k2);
  ui.Ctrl(Key::kA);
  ui.Type("def pair_with_target(nums, target):\nreturn [0, 1]");
  const auto& session = *app.state().running->session;
  ui.Click("Submit", "button");
  app.WaitUntil([&] { return !session.current_work()->judgements.empty(); });
  ui.Click("Shrink this test", "button");
  app.WaitUntil([&] {
    const auto& judgement = *session.current_work()->judgements.back().evaluation.judgement;
    return !judgement.first_failure->shrunk_input.is_null();
  });
  EXPECT_TRUE(ShowsText(ui, "The smallest input"));
  EXPECT_FALSE(ui.Shows("Shrink this test", "button"));
}

}  // namespace
}  // namespace app
