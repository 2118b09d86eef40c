// What is recorded of the screen, and when.
#include "app/ui/widgets/ui_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ui/widgets/controls.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using testing::HasSubstr;

UiNode Chart() { return {.role = "chart", .label = "Growth", .value = "O(n)", .max = {40, 40}}; }

TEST(UiTreeTest, WordsAreNotMadeWhileNobodyLooks) {
  int described = 0;
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      context.tree.Record([&] {
        ++described;
        return Chart();
      });
    });
  });
  EXPECT_GT(described, 0);
  driver.tree().set_recording(false);
  described = 0;
  driver.Settle();
  EXPECT_EQ(described, 0);
}

TEST(UiTreeTest, AReportIsTheWholeNextFrameThoughNobodyRecords) {
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawButton(context, "Run");
      context.tree.Record(Chart);
    });
  });
  driver.tree().set_recording(false);
  driver.Settle();
  EXPECT_FALSE(driver.tree().TakeReport());
  driver.tree().RequestReport();
  driver.Frame();
  driver.Frame();
  const std::optional<std::string> report = driver.tree().TakeReport();
  ASSERT_TRUE(report);
  EXPECT_THAT(*report, HasSubstr("button \"Run\""));
  EXPECT_THAT(*report, HasSubstr("chart \"Growth\" = \"O(n)\""));
  EXPECT_FALSE(driver.tree().TakeReport());  // once
}

TEST(UiTreeTest, ADumpLineSaysStateAndPlace) {
  UiDriver driver([](FrameContext& context) {
    DrawInWindow([&] {
      UiNode node{.role = "option", .label = "C++", .value = "a\n\"b\"", .min = {10, 20}};
      node.max = ImVec2(110, 50);
      node.enabled = false;
      node.on = true;
      context.tree.Add(node);
      node = {.role = "text", .label = "far below", .min = {10, 5000}, .max = {50, 5020}};
      context.tree.Add(node);
    });
  });
  EXPECT_THAT(driver.tree().Dump(),
              HasSubstr("option \"C++\" = \"a\\n\\\"b\\\"\" [on] [disabled] @10,20 100x30\n"));
  EXPECT_THAT(driver.tree().Dump(), HasSubstr("text \"far below\" [offscreen]"));
}

TEST(UiTreeTest, ThingsStandInsideWhatIsOpen) {
  UiDriver driver([](FrameContext& context) {
    DrawInWindow([&] {
      context.tree.Open("panel", "Console##3", {0, 0}, {100, 100});
      context.tree.Add(Chart());
      context.tree.Close();
      context.tree.Add({.role = "text", .label = "after", .max = {9, 9}});
    });
  });
  EXPECT_THAT(driver.tree().Dump(), HasSubstr("panel \"Console\""));
  EXPECT_THAT(driver.tree().Dump(), HasSubstr("\n  chart \"Growth\""));
  EXPECT_THAT(driver.tree().Dump(), HasSubstr("\ntext \"after\""));
}

}  // namespace
}  // namespace app
