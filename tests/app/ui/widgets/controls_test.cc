#include "app/ui/widgets/controls.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/text_box.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

TEST(Controls, AnswerToThePointer) {
  int pressed = 0, tab = 0, combo = 0, segment = 1;
  bool ticked = false;
  const std::vector<std::string> tabs = {"Tests", "Output"}, levels = {"Easy", "Medium", "Hard"};
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      if (DrawButton(context, "Run")) ++pressed;
      DrawButton(context, "Off", {.enabled = false});
      DrawTabs(context, tabs, 40, &tab);
      DrawCombo(context, "Difficulty", levels, 200, &combo);
      DrawSegments(context, "Theme", std::vector<std::string>{"Dark", "Light"}, &segment);
      DrawCheckbox(context, "Blind", &ticked);
    });
  });
  driver.Click("Run");
  EXPECT_EQ(pressed, 1);
  EXPECT_FALSE(driver.Find("Off").enabled);
  driver.Click("Output");
  EXPECT_EQ(tab, 1);
  driver.Click("Difficulty");
  driver.Click("Hard", "option");
  EXPECT_EQ(driver.Value("Difficulty", "combo"), "Hard");
  EXPECT_FALSE(driver.Shows("Hard", "option"));
  driver.Click("Dark");
  EXPECT_EQ(segment, 0);
  driver.Click("Blind");
  EXPECT_TRUE(driver.Find("Blind").on);
}

TEST(Controls, AnswerToTheKeyboard) {
  int run = 0, other = 0, combo = 0;
  const std::vector<std::string> levels = {"Easy", "Medium"};
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      context.focus.BeginPanel("first");
      if (DrawButton(context, "Run")) ++run;
      DrawCombo(context, "Difficulty", levels, 200, &combo);
      context.focus.EndPanel();
      context.focus.BeginPanel("second");
      if (DrawButton(context, "Other")) ++other;
      context.focus.EndPanel();
    });
  });
  driver.Press(Key::kEnter);
  EXPECT_EQ(run, 0);  // nothing has the focus yet
  driver.Press(Key::kTab);
  driver.Press(Key::kEnter);
  driver.Press(Key::kSpace);
  EXPECT_EQ(run, 2);
  driver.Press(Key::kTab);
  driver.Press(Key::kEnter);  // opens the menu, which takes the keyboard
  driver.Press(Key::kTab);
  driver.Press(Key::kTab);
  driver.Press(Key::kEnter);
  EXPECT_EQ(combo, 1);
  driver.focus().WalkPanels(1);
  driver.Settle();
  driver.Press(Key::kEnter);
  EXPECT_EQ(run + other, 3);
  driver.focus().FocusPanel("second");
  driver.Press(Key::kEnter);
  EXPECT_GE(other, 1);
}

TEST(Controls, TabGoesOnFromThePlaceOfTheOneThatWent) {
  bool there = true;
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawButton(context, "First");
      if (there) DrawButton(context, "Fleeting");
      DrawButton(context, "Third");
    });
  });
  driver.Press(Key::kTab);
  driver.Press(Key::kTab);
  ASSERT_TRUE(driver.Find("Fleeting").focused);
  there = false;
  driver.Settle();
  driver.Press(Key::kTab);
  EXPECT_TRUE(driver.Find("Third").focused);
  driver.Press(Key::kTab);
  EXPECT_TRUE(driver.Find("First").focused);
}

TEST(Controls, ShiftTabGoesBackFromThePlaceOfTheOneThatWent) {
  bool there = true;
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawButton(context, "First");
      DrawButton(context, "Second");
      if (there) DrawButton(context, "Fleeting");
    });
  });
  driver.Press(Key::kTab, {.shift = true});
  ASSERT_TRUE(driver.Find("Fleeting").focused);
  there = false;
  driver.Settle();
  driver.Press(Key::kTab, {.shift = true});
  EXPECT_TRUE(driver.Find("Second").focused);
}

TEST(Controls, AreFoundOffScreenAndScrolledTo) {
  std::string chosen;
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      for (int i = 0; i < 60; ++i) {
        const std::string label = "Topic " + std::to_string(i);
        if (DrawButton(context, label.c_str())) chosen = label;
      }
    });
  });
  EXPECT_FALSE(driver.Find("Topic 55").visible);
  driver.Click("Topic 55");
  EXPECT_EQ(chosen, "Topic 55");
}

TEST(UiDriver, RefusesWhatAUserCouldNotDo) {
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawButton(context, "Off", {.enabled = false});
      DrawButton(context, "Twin##1");
      DrawButton(context, "Twin##2");
    });
  });
  EXPECT_THROW(driver.Click("Off"), std::runtime_error);
  EXPECT_THROW(driver.Click("Nowhere"), std::runtime_error);
  EXPECT_THROW(driver.Click("Twin"), std::runtime_error);
}

TEST(UiTree, DumpsOneLineForEachThing) {
  TextBoxState box;
  box.text.SetText("a\n\"b\"");
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawTextBox(context, "Notes", ImVec2(200, 80), &box, {.mode = TextBoxOptions::Mode::kProse});
    });
  });
  EXPECT_EQ(driver.tree().Dump().find("textbox \"Notes\" = \"a\\n\\\"b\\\"\" @12,12 200x80\n"), 0u);
}

}  // namespace
}  // namespace app
