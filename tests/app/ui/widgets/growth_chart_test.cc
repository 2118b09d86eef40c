// The growth chart in words, and its curves.
#include "app/ui/widgets/growth_chart.h"

#include <gtest/gtest.h>

#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

TEST(GrowthChart, SaysInWordsWhatItDraws) {
  interview::GrowthFit growth;
  growth.growth_class = "O(n log n)";
  growth.signal = "basic blocks";
  growth.points = {{1000, 52'000, 0}, {2000, 112'000, 0}, {4000, 2'400'000, 0}};
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] { DrawGrowthChart(context, growth, "O(n)", 600); });
  });
  ui.Settle();
  EXPECT_EQ(ui.Value("Growth", "chart"),
            "basic blocks from 52 k at size 1000 to 2.4 M at size 4000; fitted O(n log n) "
            "(unsure); asked for O(n)");
}

TEST(GrowthChart, DrawsNothingWithoutPoints) {
  interview::GrowthFit growth;
  growth.growth_class = "O(n)";
  growth.points = {{1000, 52'000, 0}, {0, 0, 0}};
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] { DrawGrowthChart(context, growth, "O(V+E)", 600); });
  });
  ui.Settle();
  EXPECT_FALSE(ui.Shows("Growth", "chart"));
}

TEST(GrowthCurve, KnowsTheClassesAndTakesThePowerForOthers) {
  EXPECT_EQ(GrowthCurve("O(1)", 0, 500), 1);
  EXPECT_EQ(GrowthCurve("O(n)", 0, 500), 500);
  EXPECT_EQ(GrowthCurve("O(n) or O(n log n)", 0, 500), 500);
  EXPECT_EQ(GrowthCurve("O(n^2)", 0, 500), 250'000);
  EXPECT_NEAR(GrowthCurve("O(n^1.5)", 1.5, 100), 1000, 1e-6);
}

}  // namespace
}  // namespace app
