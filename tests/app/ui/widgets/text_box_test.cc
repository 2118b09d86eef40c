#include "app/ui/widgets/text_box.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/controls.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using Mode = TextBoxOptions::Mode;

// One box of a mode between two buttons.
struct Fixture {
  explicit Fixture(Mode mode)
      : driver([this, mode](FrameContext& context) {
          DrawInWindow([&] {
            DrawButton(context, "Before");
            const TextBoxResult result = DrawTextBox(
                context, "Box", ImVec2(400, mode == Mode::kLine ? 34.0f : 200.0f), &state,
                {.mode = mode, .language = mode == Mode::kCode ? FindSyntax("python") : nullptr});
            submitted += result.submitted ? 1 : 0;
            pasted += result.pasted;
            DrawButton(context, "After");
          });
        }) {}

  TextBoxState state;
  int submitted = 0;
  std::size_t pasted = 0;
  UiDriver driver;
};

TEST(TextBox, TakesWhatIsTyped) {
  Fixture f(Mode::kLine);
  f.driver.Type("lost, nobody listens");
  f.driver.Click("Box");
  f.driver.Type("O(n log n) ∑\n");
  EXPECT_EQ(f.driver.Value("Box"), "O(n log n) ∑");
  EXPECT_EQ(f.submitted, 1);
}

TEST(TextBox, CopiesCutsAndPastes) {
  Fixture f(Mode::kProse);
  f.driver.Click("Box");
  f.driver.Type("abc\ndef");
  f.driver.Ctrl(Key::kA);
  f.driver.Ctrl(Key::kX);
  EXPECT_EQ(f.driver.clipboard, "abc\ndef");
  EXPECT_EQ(f.driver.Value("Box"), "");
  f.driver.Ctrl(Key::kV);
  f.driver.Ctrl(Key::kV);
  EXPECT_EQ(f.driver.Value("Box"), "abc\ndefabc\ndef");
  EXPECT_EQ(f.pasted, 14u);
  f.driver.Ctrl(Key::kZ);
  EXPECT_EQ(f.driver.Value("Box"), "abc\ndef");
}

TEST(TextBox, KeepsTabInCodeAndLeavesWithF6) {
  Fixture f(Mode::kCode);
  f.driver.Click("Box");
  f.driver.Type("if x:\ny");
  f.driver.Press(Key::kTab);
  EXPECT_EQ(f.driver.Value("Box"), "if x:\n    y   ");
  EXPECT_TRUE(f.driver.Find("Box").focused);
  f.driver.focus().WalkPanels(1);
  f.driver.Settle();
  EXPECT_FALSE(f.driver.Find("Box").focused);
}

TEST(TextBox, IsLeftByTabWhereItHoldsProse) {
  Fixture f(Mode::kProse);
  f.driver.Click("Box");
  f.driver.Press(Key::kTab);
  EXPECT_TRUE(f.driver.Find("After").focused);
  f.driver.Press(Key::kTab, {.shift = true});
  f.driver.Type("back");
  EXPECT_EQ(f.driver.Value("Box"), "back");
}

TEST(TextBox, BreaksANoteWithShiftEnterAndSubmitsItWithEnter) {
  Fixture f(Mode::kNote);
  f.driver.Click("Box");
  f.driver.Type("one");
  f.driver.Press(Key::kEnter, {.shift = true});
  f.driver.Type("two\n");
  EXPECT_EQ(f.driver.Value("Box"), "one\ntwo");
  EXPECT_EQ(f.submitted, 1);
}

TEST(TextBox, SelectsAWordByDoubleClick) {
  Fixture f(Mode::kLine);
  f.driver.Click("Box");
  f.driver.Type("alpha");
  const UiNode box = f.driver.Find("Box");
  f.driver.ClickAt(box.min.x + 20, (box.min.y + box.max.y) / 2, 2);
  f.driver.Type("beta");
  EXPECT_EQ(f.driver.Value("Box"), "beta");
}

TEST(TextBox, MovesByVisualRowsWhereItWraps) {
  Fixture f(Mode::kProse);
  f.driver.Click("Box");
  f.driver.Type("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm nnnn oooo pppp");
  ASSERT_GT(f.state.rows.size(), 1u);
  f.driver.Press(Key::kUp);
  EXPECT_EQ(f.state.text.caret().line, 0);
  EXPECT_LT(f.state.text.caret().column, f.state.rows[0].end + 1);
  f.driver.Press(Key::kHome);
  f.driver.Type(">");
  EXPECT_EQ(
      f.driver.Value("Box")[static_cast<std::size_t>(f.state.rows[f.state.rows.size() - 2].begin)],
      '>');
}

TEST(TextBox, BlinksOnlyWhileFocusedAndForAWhile) {
  Fixture f(Mode::kLine);
  EXPECT_GT(f.driver.wake_at(), 1e9);
  f.driver.Click("Box");
  EXPECT_LE(f.driver.wake_at(), f.driver.now() + 0.5);
  f.driver.Wait(11);
  EXPECT_GT(f.driver.wake_at(), 1e9);
}

}  // namespace
}  // namespace app
