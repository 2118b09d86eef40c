// The list of words beside the caret.
#include "app/ui/widgets/completion_popup.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/ui/widgets/assisted_editor_fixture.h"

namespace app {
namespace {

using interview::AssistLevel;
using Fixture = AssistedEditorFixture;

TEST(CompletionPopup, OpensAfterTwoLettersAndTabTakes) {
  Fixture f(AssistLevel::kIde);
  f.driver.Type("i");
  EXPECT_FALSE(f.driver.Shows("Completions"));
  f.driver.Type("n");
  EXPECT_TRUE(f.driver.Shows("intervals", "option"));
  f.driver.Press(Key::kTab);
  EXPECT_EQ(f.Text(), "intervals");
  EXPECT_FALSE(f.driver.Shows("Completions"));
}

TEST(CompletionPopup, EnterBreaksTheLineUnlessAWordWasChosen) {
  Fixture f(AssistLevel::kIde);
  f.driver.Type("in\n");
  EXPECT_EQ(f.Text(), "in\n");
  f.driver.Type("im");
  f.driver.Press(Key::kDown);
  f.driver.Type("\n");
  EXPECT_EQ(f.Text(), "in\nimport");
}

TEST(CompletionPopup, ArrowsChooseAndGoAround) {
  Fixture f(AssistLevel::kIde, false, "");
  f.driver.Type("i");
  f.driver.Ctrl(Key::kSpace);
  EXPECT_TRUE(f.driver.Find("intervals", "option").on);
  f.driver.Press(Key::kUp);
  EXPECT_FALSE(f.driver.Find("intervals", "option").on);
  f.driver.Press(Key::kDown);
  EXPECT_TRUE(f.driver.Find("intervals", "option").on);
  EXPECT_EQ(f.editor.text.caret(), (TextPosition{0, 1}));
}

TEST(CompletionPopup, EscClosesItAndTypingLeavesItClosedForTheMoment) {
  Fixture f(AssistLevel::kIde);
  f.driver.Type("me");
  ASSERT_TRUE(f.driver.Shows("Completions"));
  f.driver.Press(Key::kEscape);
  EXPECT_FALSE(f.driver.Shows("Completions"));
  EXPECT_EQ(f.Text(), "me");
}

TEST(CompletionPopup, CtrlSpaceAsksForIt) {
  Fixture f(AssistLevel::kIde, false, "counter = 1\n");
  f.editor.text.MoveTo({1, 0}, TextBuffer::Selection::kDrop);
  f.driver.Ctrl(Key::kSpace);
  EXPECT_TRUE(f.driver.Shows("counter", "option"));
  EXPECT_TRUE(f.driver.Shows("merge", "option"));
  f.driver.Type("\n");
  EXPECT_EQ(f.editor.text.Line(1), "merge") << "names of the signature first, the short one";
}

TEST(CompletionPopup, ClosesWhereTheCaretLeavesTheWord) {
  Fixture f(AssistLevel::kIde, false, "\n\n");
  f.driver.Type("in");
  ASSERT_TRUE(f.driver.Shows("Completions"));
  f.driver.Press(Key::kHome);
  f.editor.text.MoveTo({1, 0}, TextBuffer::Selection::kDrop);
  f.driver.Settle();
  EXPECT_FALSE(f.driver.Shows("Completions"));
}

TEST(CompletionPopup, WithVimItIsThereInInsertModeOnlyAndEscLeavesBoth) {
  Fixture f(AssistLevel::kIde, true);
  f.driver.Type("i");
  f.driver.Type("in");
  ASSERT_TRUE(f.driver.Shows("Completions"));
  f.driver.Press(Key::kEscape);
  EXPECT_FALSE(f.driver.Shows("Completions"));
  EXPECT_EQ(f.state.vim.mode(), VimMode::kNormal);
}

TEST(CompletionPopup, AClickTakesAWordAndTheEditorKeepsTheKeyboard) {
  Fixture f(AssistLevel::kIde, false, "\n\n\n\n\n\n\n\n");
  f.driver.Type("in");
  const int changes = f.changes;
  ASSERT_TRUE(f.driver.Shows("intervals", "option"));
  f.driver.Click("intervals", "option");
  EXPECT_EQ(f.editor.text.Line(0), "intervals");
  EXPECT_EQ(f.editor.text.caret(), (TextPosition{0, 9})) << "and not where the pointer is";
  EXPECT_GT(f.changes, changes);
  EXPECT_FALSE(f.driver.Shows("Completions"));
  f.driver.Type("!");
  EXPECT_EQ(f.editor.text.Line(0), "intervals!");
  f.driver.ClickAt(300, 100);
  EXPECT_GT(f.editor.text.caret().line, 0) << "the text takes clicks again";
}

struct Place {
  const char* name;
  const char* text;  // '|' is the caret
  bool offers;
};
class CompletionPlaces : public testing::TestWithParam<Place> {};

TEST_P(CompletionPlaces, NothingIsOfferedInCommentsAndStrings) {
  const std::string marked = GetParam().text;
  const std::size_t caret = marked.find('|');
  std::string text = marked;
  text.erase(caret, 1);
  Fixture f(AssistLevel::kIde, false, text);
  const auto line = static_cast<int>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(caret), '\n'));
  const std::size_t start = caret == 0 ? std::string::npos : text.rfind('\n', caret - 1);
  const auto column = static_cast<int>(start == std::string::npos ? caret : caret - start - 1);
  f.editor.text.MoveTo({line, column}, TextBuffer::Selection::kDrop);
  f.driver.Settle();
  f.driver.Type("in");
  EXPECT_EQ(f.driver.Shows("Completions"), GetParam().offers);
  f.driver.Press(Key::kEscape);
  f.driver.Ctrl(Key::kSpace);
  EXPECT_EQ(f.driver.Shows("Completions"), GetParam().offers) << "not even when asked for";
}

INSTANTIATE_TEST_SUITE_P(
    Places, CompletionPlaces,
    testing::Values(Place{"Code", "x = |", true}, Place{"Comment", "x = 1  # |", false},
                    Place{"BeforeAComment", "| # note", true}, Place{"String", "x = 'a |'", false},
                    Place{"OpenString", "x = \"a |", false},
                    Place{"BehindAString", "x = 'a' |", true},
                    Place{"LongString", "\"\"\"\nabout |\n\"\"\"", false},
                    Place{"BehindALongString", "\"\"\"\nabout\n\"\"\"\n|", true}),
    [](const auto& place) { return std::string(place.param.name); });

TEST(CompletionPopup, StaysOnTheScreen) {
  Fixture f(AssistLevel::kIde, false, std::string(30, '\n'));
  f.editor.text.MoveTo(f.editor.text.End(), TextBuffer::Selection::kDrop);
  f.editor.Reveal();
  f.driver.Settle();
  f.driver.Type("in");
  const UiNode list = f.driver.Find("Completions");
  EXPECT_LE(list.max.y, 480);
  EXPECT_GE(list.min.y, 0);
}

}  // namespace
}  // namespace app
