#include "app/ui/widgets/markdown.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/markdown_view.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using Kind = MarkdownBlock::Kind;

TEST(Markdown, KnowsHeadingsListsCodeAndTables) {
  const auto blocks = ParseMarkdown(
      "# Title\n\nSome **bold** and `code`.\n\n1. one\n2. two\n   - deep\n\n```python\nx = "
      "1\n```\n\n"
      "| a | b |\n|---|---|\n| 1 | 2 |\n");
  ASSERT_EQ(blocks.size(), 8u);
  EXPECT_EQ(blocks[0].kind, Kind::kHeading);
  EXPECT_TRUE(blocks[1].runs[1].bold);
  EXPECT_TRUE(blocks[1].runs[3].code);
  EXPECT_EQ(blocks[2].bullet, "1.");
  EXPECT_EQ(blocks[3].bullet, "2.");
  EXPECT_EQ(blocks[4].bullet, "–");
  EXPECT_EQ(blocks[4].indent, 2);
  EXPECT_EQ(blocks[5].kind, Kind::kCode);
  EXPECT_EQ(blocks[5].language, "python");
  EXPECT_EQ(blocks[5].runs[0].text, "x = 1");
  EXPECT_TRUE(blocks[6].table_head);
  EXPECT_EQ(blocks[7].cells[1][0].text, "2");
}

TEST(Markdown, ShowsHtmlAsTextAndDecodesEntities) {
  EXPECT_EQ(PlainText(ParseMarkdown("1 &lt;= n, <b>not bold</b>")), "1 <= n, <b>not bold</b>");
}

TEST(Markdown, SurvivesTextThatIsNotMarkdown) {
  for (const char* text : {"", "\n\n\n", "|", "```", "- ", "> > >", "**", "[x](", "# "}) {
    UiDriver driver([&](FrameContext& context) {
      MarkdownState state;
      DrawInWindow([&] { DrawMarkdown(context, text, 300, &state, "article", "Any"); });
    });
    EXPECT_TRUE(driver.Shows("Any")) << text;
  }
}

TEST(MarkdownView, WrapsWithinItsWidth) {
  MarkdownState narrow, wide;
  const std::string text =
      "A hiker logs the **altitude** at the end of every day, and `altitudes` are whole "
      "numbers.\n\n"
      "```python\nprint(longest_climb([310, 900, 240, 560, 710, 900, 1000, 1100]))\n```\n";
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawMarkdown(context, text, 220, &narrow, "article", "Narrow");
      DrawMarkdown(context, text, 900, &wide, "article", "Wide");
    });
  });
  EXPECT_GT(narrow.height, wide.height);
  EXPECT_LE(narrow.used_width, 220);
  EXPECT_EQ(driver.Value("Narrow"), driver.Value("Wide"));
}

TEST(MarkdownView, KeepsInlineCodeInOnePieceWhereALineHoldsIt) {
  MarkdownState state;
  UiDriver driver([&](FrameContext& context) {
    DrawInWindow([&] {
      DrawMarkdown(context, "The scores of every head are an array `[batch, heads, S, d]`, no more",
                   330, &state, "article", "Any");
    });
  });
  int code = 0;
  for (const MarkdownState::Piece& piece : state.pieces) {
    if (!piece.boxed) continue;
    ++code;
    EXPECT_EQ(piece.text, "[batch, heads, S, d]");
  }
  EXPECT_EQ(code, 1);
  EXPECT_LE(state.used_width, 330);
}

}  // namespace
}  // namespace app
