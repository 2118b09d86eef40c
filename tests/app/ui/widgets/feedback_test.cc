#include "app/ui/widgets/feedback.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/charts.h"
#include "app/ui/widgets/layout.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

TEST(PendingView, DrawsAllFourStates) {
  Pending<int> value;
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawPending(context, value, {"Not asked yet.", "Asking"}, [&](int v) {
        Text(context, context.theme.font.ui, context.theme.color.text, std::to_string(v));
      });
    });
  });
  EXPECT_TRUE(driver.Shows("Not asked yet."));
  value.Ask();
  driver.Frame();
  EXPECT_TRUE(driver.Shows("Asking"));
  EXPECT_LT(driver.wake_at(), driver.now() + 1);
  value.Arrive(42);
  driver.Frame();
  EXPECT_TRUE(driver.Shows("42"));
  value.Ask();
  driver.Frame();
  EXPECT_TRUE(driver.Shows("Asking"));
  EXPECT_TRUE(driver.Shows("42"));  // the previous value stays
  value.Fail("The endpoint refused.");
  driver.Frame();
  EXPECT_TRUE(driver.Shows("The endpoint refused."));
}

TEST(Toasts, AreDismissedByHandOrGrowOld) {
  std::vector<Notice> notices = {{1, Notice::Kind::kInfo, "Exported."},
                                 {2, Notice::Kind::kError, "The disk is full."}};
  ToastState state;
  UiDriver driver([&](FrameContext& context) {
    const int id = DrawToasts(context, notices, &state).dismissed;
    std::erase_if(notices, [id](const Notice& n) { return n.id == id; });
  });
  EXPECT_TRUE(driver.Shows("Exported."));
  driver.Wait(9);
  driver.Frame();
  EXPECT_FALSE(driver.Shows("Exported."));
  EXPECT_TRUE(driver.Shows("The disk is full."));
  driver.Click("Dismiss");
  EXPECT_TRUE(notices.empty());
}

TEST(ScoreBar, SaysWhatWasNotObserved) {
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawScoreBar(context, {"Testing", std::nullopt, std::nullopt}, 600);
      DrawScoreBar(context, {"Correctness", 3.5, 2.5}, 600);
    });
  });
  EXPECT_EQ(driver.Value("Testing"), "not observed");
  EXPECT_EQ(driver.Value("Correctness"), "3.5  (you: 2.5)");
}

}  // namespace
}  // namespace app
