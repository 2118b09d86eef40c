#include "app/ui/widgets/markdown.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using Kind = MarkdownBlock::Kind;

const MarkdownRun& RunOf(const MarkdownDocument& document, std::size_t run, std::size_t block = 0) {
  return document.blocks.at(block).runs.at(run);
}

TEST(Markdown, KnowsHeadingsListsCodeAndTables) {
  const auto document = ParseMarkdown(
      "# Title\n\nSome **bold** and `code`.\n\n1. one\n2. two\n   - deep\n\n```python\nx = "
      "1\n```\n\n"
      "| a | b |\n|---|---|\n| 1 | 2 |\n");
  const auto& blocks = document.blocks;
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
  EXPECT_EQ(blocks[7].cells[1].runs[0].text, "2");
}

TEST(Markdown, ShowsHtmlAsTextAndDecodesEntities) {
  EXPECT_EQ(PlainText(ParseMarkdown("1 &lt;= n, <b>not bold</b>")), "1 <= n, <b>not bold</b>");
  EXPECT_EQ(PlainText(ParseMarkdown("&#945; &#x3B2; &unknown;")), "α β &unknown;");
}

TEST(Markdown, KnowsStruckWordsLinksAndPictures) {
  const auto struck = ParseMarkdown("a ~~b~~");
  EXPECT_TRUE(RunOf(struck, 1).strike);
  const auto link = ParseMarkdown("see [the notes](https://example.org/a?b=1)");
  EXPECT_EQ(RunOf(link, 1).link, "https://example.org/a?b=1");
  EXPECT_EQ(RunOf(link, 1).text, "the notes");
  const auto picture = ParseMarkdown("![a curve](loss.png)");
  EXPECT_EQ(RunOf(picture, 0).picture, "loss.png");
  EXPECT_EQ(RunOf(picture, 0).text, "a curve");
  EXPECT_EQ(ParseMarkdown("![](loss.png)").blocks.at(0).runs.size(), 1u);
}

TEST(Markdown, KnowsTasksAndNestedQuotes) {
  const auto tasks = ParseMarkdown("- [x] done\n- [ ] open\n- plain");
  EXPECT_EQ(tasks.blocks[0].task, MarkdownBlock::Task::kTicked);
  EXPECT_EQ(tasks.blocks[1].task, MarkdownBlock::Task::kOpen);
  EXPECT_EQ(tasks.blocks[2].task, MarkdownBlock::Task::kNone);
  const auto quotes = ParseMarkdown("> one\n> > two\n");
  EXPECT_EQ(quotes.blocks[0].quotes, 1);
  EXPECT_EQ(quotes.blocks[1].quotes, 2);
}

TEST(Markdown, KnowsTheAlignmentOfColumns) {
  const auto table = ParseMarkdown("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n");
  using Align = MarkdownBlock::Align;
  EXPECT_EQ(table.blocks[1].cells[0].align, Align::kLeft);
  EXPECT_EQ(table.blocks[1].cells[1].align, Align::kCenter);
  EXPECT_EQ(table.blocks[1].cells[2].align, Align::kRight);
}

TEST(Markdown, FindsFormulasAndLeavesPricesAlone) {
  const auto formula = ParseMarkdown("so $x^2$ and\n\n$$\\frac{a}{b}$$\n");
  EXPECT_TRUE(RunOf(formula, 1).math);
  EXPECT_EQ(RunOf(formula, 1).text, "x^2");
  EXPECT_TRUE(RunOf(formula, 0, 1).display);
  for (const char* text : {"It costs $5 and then $6 more.", "from $5 to $10", "a $ b $ c"}) {
    const auto prices = ParseMarkdown(text);
    EXPECT_EQ(PlainText(prices), text);
    for (const MarkdownRun& run : prices.blocks[0].runs) EXPECT_FALSE(run.math) << text;
  }
}

TEST(Markdown, KeepsTheNonBreakingSpace) {
  EXPECT_EQ(PlainText(ParseMarkdown("200\u00A0000")), "200\u00A0000");
}

TEST(Markdown, GivesWhatCopyingWants) {
  EXPECT_EQ(ParseMarkdown("| a | b |\n|---|---|\n| 1 | $x^2$ |\n").text, "a\tb\n1\t$x^2$");
  EXPECT_EQ(ParseMarkdown("# T\n\nOne **two**.\n\n- a\n- b\n").text, "T\n\nOne two.\n\n• a\n• b");
  EXPECT_EQ(ParseMarkdown("```\nx\n  y\n```").text, "x\n  y");
  EXPECT_EQ(ParseMarkdown("$$a$$").text, "$$a$$");
}

TEST(Markdown, EveryRunKnowsItsPlaceInTheText) {
  const auto document = ParseMarkdown(
      "# One\n\n- a `b` $c$\n  - d\n\n> e *f*\n\n| g | h |\n|---|---|\n| i | $j$ |\n\n1. k\n");
  const auto check = [&](const std::vector<MarkdownRun>& runs) {
    for (const MarkdownRun& run : runs) {
      const std::string wanted = run.math ? "$" + run.text + "$" : run.text;
      EXPECT_EQ(document.text.substr(run.begin, run.end - run.begin), wanted);
    }
  };
  for (const MarkdownBlock& block : document.blocks) {
    check(block.runs);
    for (const auto& cell : block.cells) check(cell.runs);
    EXPECT_LE(block.begin, block.bullet_end);
    EXPECT_LE(block.bullet_end, block.end);
  }
}

TEST(Markdown, IsReadAloudWithFormulasOnOneLine) {
  EXPECT_EQ(PlainText(ParseMarkdown("so $\\frac{a+b}{c}$")), "so (a+b)/c");
}

}  // namespace
}  // namespace app
