// Bytes of a Markdown source on the screen.
#include "app/ui/widgets/markdown_marks.h"

#include <gtest/gtest.h>

#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

// What is shown of the bytes that hold `words` in the source.
std::string Shown(const std::string& source, const std::string& words) {
  const MarkdownDocument document = ParseMarkdown(source);
  const std::size_t at = source.find(words);
  const auto range = ShownRange(document, {at, at + words.size()});
  return range ? document.text.substr(range->begin, range->end - range->begin) : "(nothing)";
}

TEST(ShownRange, FindsPlainWordsEmphasisCodeAndTables) {
  EXPECT_EQ(Shown("one two three", "two"), "two");
  EXPECT_EQ(Shown("The **bias** is *high* here", "bias** is *high"), "bias is high");
  EXPECT_EQ(Shown("- a\n- b\n  - deep item", "deep"), "deep");
  EXPECT_EQ(Shown("x\n\n```python\na = 1\nb = 2\n```\n", "b = 2"), "b = 2");
  EXPECT_EQ(Shown("| a | b |\n|---|---|\n| cat | dog |\n", "dog"), "dog");
  EXPECT_EQ(Shown("so $x^2$ grows", "x^2"), "x^2");
  EXPECT_EQ(Shown("it costs $5 and $6 more", "and"), "and");
  EXPECT_EQ(Shown("naïve – réponse", "réponse"), "réponse");
}

TEST(ShownRange, GoesOverLinesAndBlocks) {
  EXPECT_EQ(Shown("one\ntwo", "one\ntwo"), "one two");
  EXPECT_EQ(Shown("one\n\ntwo", "one\n\ntwo"), "one\n\ntwo");
}

TEST(ShownRange, TakesAnEntityWhole) { EXPECT_EQ(Shown("a &amp; b", "am"), "&"); }

TEST(ShownRange, HasNothingForWhatIsNotShown) {
  EXPECT_EQ(Shown("[text](http://x.test/y)", "x.test"), "(nothing)");
  EXPECT_EQ(Shown("a\n\n---\n\nb", "---"), "(nothing)");
}

TEST(MarkdownMarks, AMarkOverTwoLinesHasAStripOnEach) {
  const std::string text = "one two three four five six seven eight nine ten eleven twelve";
  std::vector<MarkdownMark> marks(1);
  marks[0].source = {4, text.size() - 4};
  MarkdownState state;
  MarkdownMarksState marked;
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawMarkedMarkdown(context, text, 160, &state, "article", "Text", marks, {}, &marked);
    });
  });
  ui.Settle();
  ASSERT_GE(marked.strips.size(), 2u);
  for (std::size_t i = 1; i < marked.strips.size(); ++i) {
    EXPECT_GT(marked.strips[i].min.y, marked.strips[i - 1].min.y);
    EXPECT_LE(marked.strips[i].max.x, 160.5f);
  }
}

TEST(MarkdownMarks, TheShortestOfMarksOverOneAnotherIsPressed) {
  const std::string text = "one two three four five six";
  std::vector<MarkdownMark> marks(2);
  marks[0].source = {0, text.size()};
  marks[1].source = {4, 7};
  MarkdownState state;
  MarkdownMarksState marked;
  std::optional<std::size_t> pressed;
  UiDriver ui([&](FrameContext& context) {
    DrawInWindow([&] {
      const auto answer =
          DrawMarkedMarkdown(context, text, 600, &state, "article", "Text", marks, {}, &marked);
      if (answer.pressed) pressed = answer.pressed;
    });
  });
  ui.Settle();
  ui.Click("two", "mark");
  EXPECT_EQ(pressed, 1u);
  const UiNode whole = ui.Find(text, "mark");
  ui.ClickAt(whole.max.x - 4, (whole.min.y + whole.max.y) / 2);
  EXPECT_EQ(pressed, 0u);
}

}  // namespace
}  // namespace app
