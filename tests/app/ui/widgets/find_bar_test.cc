// The find bar over the code editor.
#include "app/ui/widgets/find_bar.h"

#include <gtest/gtest.h>

#include "tests/app/ui/widgets/assisted_editor_fixture.h"

namespace app {
namespace {

using interview::AssistLevel;
using Fixture = AssistedEditorFixture;

constexpr std::string_view kText = "cat dog\nCat\ndog scatter";

TEST(FindBar, FindsWhileOneTypesAndCounts) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kF);
  f.driver.Type("cat");
  EXPECT_TRUE(f.driver.Shows("1 of 3"));
  EXPECT_EQ(f.Selected(), "cat");
  f.driver.Type("\n");
  EXPECT_TRUE(f.driver.Shows("2 of 3"));
  EXPECT_EQ(f.Selected(), "Cat");
  f.driver.Type("t");
  EXPECT_TRUE(f.driver.Shows("1 of 1"));
  EXPECT_EQ(f.Selected(), "catt");
  f.driver.Type("z");
  EXPECT_TRUE(f.driver.Shows("No match"));
}

TEST(FindBar, F3GoesOnAndShiftF3BackAroundTheEnds) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kF);
  f.driver.Type("dog");
  f.driver.Press(Key::kEscape);
  EXPECT_FALSE(f.driver.Shows("Find"));
  f.driver.Press(Key::kF3);
  EXPECT_EQ(f.editor.text.selection_begin(), (TextPosition{2, 0}));
  f.driver.Press(Key::kF3);
  EXPECT_EQ(f.editor.text.selection_begin(), (TextPosition{0, 4}));
  f.driver.Press(Key::kF3, {.shift = true});
  EXPECT_EQ(f.editor.text.selection_begin(), (TextPosition{2, 0}));
}

TEST(FindBar, EscGivesTheKeyboardBackToTheCode) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kF);
  f.driver.Type("dog");
  f.driver.Press(Key::kEscape);
  f.driver.Type("X");
  EXPECT_EQ(f.editor.text.Line(0), "cat X");
}

TEST(FindBar, KnowsCaseWordsAndExpressions) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kF);
  f.driver.Type("cat");
  f.driver.Click("Case");
  EXPECT_TRUE(f.driver.Shows("1 of 2"));
  f.driver.Click("Word");
  EXPECT_TRUE(f.driver.Shows("1 of 1"));
  f.driver.Click("Case");
  f.driver.Click("Word");
  f.driver.Click("Regex");
  f.driver.Click("Find");
  f.driver.Ctrl(Key::kA);
  f.driver.Type("^.a");
  EXPECT_TRUE(f.driver.Shows("1 of 2"));
}

TEST(FindBar, SaysWhatIsWrongWithAnExpression) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kF);
  f.driver.Click("Regex");
  f.driver.Click("Find");
  f.driver.Type("(a");
  EXPECT_TRUE(f.driver.Shows("This is no regular expression: missing ): (a at \"(a\"."));
}

TEST(FindBar, LooksForWhatIsSelected) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.editor.text.SelectWordAt({0, 5});
  f.driver.Ctrl(Key::kF);
  EXPECT_EQ(f.driver.Value("Find"), "dog");
  EXPECT_TRUE(f.driver.Shows("1 of 2"));
}

TEST(FindBar, ReplacesOneAfterTheOther) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kH);
  f.driver.Type("dog");
  f.driver.Click("Replace with");
  f.driver.Type("bird");
  f.driver.Click("Replace");
  EXPECT_EQ(f.Text(), "cat bird\nCat\ndog scatter");
  EXPECT_EQ(f.Selected(), "dog");
  f.driver.Click("Replace");
  EXPECT_EQ(f.Text(), "cat bird\nCat\nbird scatter");
  EXPECT_EQ(f.changes, 2);
}

TEST(FindBar, ReplacesAllWithGroupsAndIsUndoneAtOnce) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kH);
  f.driver.Click("Regex");
  f.driver.Click("Find");
  f.driver.Type("(d)(o)g");
  f.driver.Click("Replace with");
  f.driver.Type("$2$1");
  f.driver.Click("Replace all");
  EXPECT_EQ(f.Text(), "cat od\nCat\nod scatter");
  EXPECT_TRUE(f.driver.Shows("2 replaced"));
  f.driver.Click("Close find");
  f.driver.Ctrl(Key::kZ);
  EXPECT_EQ(f.Text(), kText);
}

TEST(FindBar, StaysWithinTheSelectedLines) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.editor.text.MoveTo({1, 0}, TextBuffer::Selection::kDrop);
  f.editor.text.MoveTo({2, 3}, TextBuffer::Selection::kExtend);
  f.driver.Ctrl(Key::kF);
  f.driver.Type("cat");
  EXPECT_TRUE(f.driver.Shows("1 of 1"));
  f.driver.Click("In selection");
  EXPECT_TRUE(f.driver.Shows("2 of 3"));
}

TEST(FindBar, FollowsEditsOfTheText) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kF);
  f.driver.Type("cat");
  f.editor.text.Replace({0, 0}, {0, 3}, "cow");
  f.driver.Settle();
  EXPECT_EQ(f.state.find.matches.size(), 2u);
}

TEST(FindBar, GoesToALine) {
  Fixture f(AssistLevel::kPlain, false, kText);
  f.driver.Ctrl(Key::kG);
  EXPECT_TRUE(f.driver.Shows("of 3"));
  f.driver.Type("3\n");
  EXPECT_FALSE(f.driver.Shows("of 3"));
  f.driver.Type("X");
  EXPECT_EQ(f.editor.text.Line(2), "Xdog scatter");
  f.driver.Ctrl(Key::kG);
  f.driver.Type("99\n");
  EXPECT_EQ(f.editor.text.caret().line, 2);
}

TEST(FindBar, LeavesTheEditorItsRoom) {
  Fixture f(AssistLevel::kPlain, false, kText);
  const UiNode before = f.driver.Find("Code");
  f.driver.Ctrl(Key::kH);
  const UiNode after = f.driver.Find("Code");
  const UiNode status = f.driver.Find("Editor status");
  EXPECT_GT(after.min.y, before.min.y);
  EXPECT_FLOAT_EQ(after.max.y, before.max.y);
  EXPECT_LE(after.max.y, status.min.y + 1);
  EXPECT_LE(f.driver.Find("Replace all").max.y, after.min.y + 1);
}

}  // namespace
}  // namespace app
