#include "app/ui/widgets/markdown_view.h"

#include <gtest/gtest.h>

#include "app/ui/widgets/markdown_selection.h"
#include "tests/app/ui/ui_driver.h"

namespace app {
namespace {

using Kind = MarkdownPiece::Kind;

// One view in a window of its own.
class Page {
 public:
  explicit Page(std::string text, float width = 400)
      : text_(std::move(text)), driver_([this, width](FrameContext& context) {
          DrawInWindow([&] { DrawMarkdown(context, text_, width, &state, "article", "Page"); });
          for (const Command& command : context.commands) {
            if (const auto* link = std::get_if<command::OpenLink>(&command)) {
              opened.push_back(link->address);
            }
          }
        }) {}

  UiDriver& ui() { return driver_; }
  ImVec2 origin() { return driver_.Find("Page", "article").min; }
  const MarkdownPiece& PieceWith(const std::string& words) {
    for (const MarkdownPiece& piece : state.layout.pieces) {
      if (MarkdownPieceText(state, piece).find(words) != std::string_view::npos) return piece;
    }
    throw std::runtime_error("no piece has " + words);
  }
  // The middle of the first letter of `words`.
  ImVec2 At(const std::string& words) {
    const MarkdownPiece& piece = PieceWith(words);
    const std::string_view text = MarkdownPieceText(state, piece);
    const std::size_t at = text.find(words);
    float before =
        piece.font.face->CalcTextSizeA(piece.font.px, 1e9f, 0, text.data(), text.data() + at).x;
    return ImVec2(origin().x + piece.at.x + before + 3, origin().y + piece.at.y + 6);
  }

  MarkdownState state;
  std::vector<std::string> opened;

 private:
  std::string text_;
  UiDriver driver_;
};

float HeightOf(const std::string& text, float width) {
  return Page(text, width).state.layout.height;
}

TEST(MarkdownView, SurvivesTextThatIsNotMarkdown) {
  for (const char* text : {"", "\n\n\n", "|", "```", "- ", "> > >", "**", "[x](", "# ", "$", "$$",
                           "![](", "| |\n|-|\n", "~~", "- [ ]", "$\\frac{$"}) {
    Page page(text);
    EXPECT_TRUE(page.ui().Shows("Page")) << text;
  }
}

TEST(MarkdownView, WrapsWithinItsWidth) {
  const std::string text =
      "A hiker logs the **altitude** at the end of every day, and `altitudes` are whole "
      "numbers.\n\n"
      "```python\nprint(longest_climb([310, 900, 240, 560, 710, 900, 1000, 1100]))\n```\n";
  const float wide_height = HeightOf(text, 900);
  Page narrow(text, 220);
  EXPECT_GT(narrow.state.layout.height, wide_height);
  for (const MarkdownPiece& piece : narrow.state.layout.pieces) {
    EXPECT_LE(piece.at.x + piece.width, 220) << MarkdownPieceText(narrow.state, piece);
  }
}

TEST(MarkdownView, BreaksAWordThatNoLineHolds) {
  Page page(std::string(200, 'x'), 160);
  EXPECT_GT(page.state.layout.pieces.size(), 5u);
  for (const MarkdownPiece& piece : page.state.layout.pieces) EXPECT_LE(piece.width, 160);
  page.ui().Press(Key::kTab);
  page.ui().Ctrl(Key::kA);
  page.ui().Ctrl(Key::kC);
  EXPECT_EQ(page.ui().clipboard, std::string(200, 'x'));
}

TEST(MarkdownView, KeepsInlineCodeInOnePieceWhereALineHoldsIt) {
  Page page("The scores of every head are an array `[batch, heads, S, d]`, no more", 330);
  int code = 0;
  for (const MarkdownPiece& piece : page.state.layout.pieces) {
    if (!piece.boxed) continue;
    ++code;
    EXPECT_EQ(MarkdownPieceText(page.state, piece), "[batch, heads, S, d]");
  }
  EXPECT_EQ(code, 1);
}

TEST(MarkdownView, KeepsTheCommaWithTheCodeBeforeIt) {
  for (float width = 60; width < 300; width += 7) {
    Page page("one two three `four`, five six seven `eight`. nine", width);
    const MarkdownPiece& comma = page.PieceWith(",");
    EXPECT_EQ(page.PieceWith("four").at.y + page.PieceWith("four").height > comma.at.y, true);
    EXPECT_GT(comma.at.x, page.PieceWith("four").at.x) << width;
  }
}

TEST(MarkdownView, KeepsNumbersWithNonBreakingSpacesTogether) {
  for (float width = 60; width < 200; width += 5) {
    Page page("at most 200\u00A0000 values", width);
    EXPECT_NO_THROW(page.PieceWith("200\u00A0000")) << width;
  }
}

TEST(MarkdownView, PutsFormulasOnTheBaseline) {
  Page page("before $x$ after", 400);
  const MarkdownPiece& words = page.PieceWith("before");
  const MarkdownPiece& formula = page.PieceWith("$x$");
  ASSERT_EQ(formula.kind, Kind::kMath);
  const auto& box = page.state.layout.formulas.at(static_cast<std::size_t>(formula.index));
  EXPECT_NEAR(formula.at.y + box.ascent, words.at.y + FontAscent(words.font), 0.5);
}

TEST(MarkdownView, GivesATallFormulaATallerLine) {
  const float low = HeightOf("a $x$ b", 400);
  Page tall("a $\\begin{pmatrix}1\\\\2\\\\3\\\\4\\end{pmatrix}$ b", 400);
  EXPECT_GT(tall.state.layout.height, low + 30);
  for (const MarkdownPiece& piece : tall.state.layout.pieces) EXPECT_GE(piece.at.y, 0);
}

TEST(MarkdownView, CentresADisplayedFormula) {
  Page page("above\n\n$$x = y$$\n\nbelow", 400);
  const MarkdownPiece& formula = page.PieceWith("$$");
  EXPECT_NEAR(formula.at.x + formula.width / 2, 200, 1);
}

TEST(MarkdownView, ScrollsAFormulaThatIsTooWide) {
  Page page("$$a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q$$", 120);
  ASSERT_EQ(page.state.layout.strips.size(), 1u);
  EXPECT_LE(page.state.layout.used_width, 120);
}

TEST(MarkdownView, SizesColumnsToWhatIsInThem) {
  Page page("| a | a much longer cell |\n|---|---|\n| b | c |\n", 600);
  const float second = page.PieceWith("much").at.x;
  EXPECT_LT(second, 60);
  EXPECT_LT(page.state.layout.used_width, 300);
}

TEST(MarkdownView, AlignsCells) {
  Page page("| left title | right title |\n|:--|--:|\n| x | y |\n", 600);
  const MarkdownPiece& title = page.PieceWith("right title");
  const MarkdownPiece& cell = page.PieceWith("y");
  EXPECT_NEAR(cell.at.x + cell.width, title.at.x + title.width, 1.5);
  EXPECT_NEAR(page.PieceWith("x").at.x, page.PieceWith("left title").at.x, 0.5);
}

TEST(MarkdownView, WrapsCellsBeforeItScrollsATable) {
  const std::string table =
      "| method | what it costs in words |\n|---|---|\n| one | a sentence of many small words |\n";
  {
    Page wrapped(table, 200);
    EXPECT_TRUE(wrapped.state.layout.strips.empty());
    for (const MarkdownPiece& piece : wrapped.state.layout.pieces) {
      EXPECT_LE(piece.at.x + piece.width, 200);
    }
  }
  Page scrolled("| aaaaaaaaaaaaaaaaaaaaaa | bbbbbbbbbbbbbbbbbbbbbbb |\n|---|---|\n| 1 | 2 |\n",
                200);
  EXPECT_EQ(scrolled.state.layout.strips.size(), 1u);
  EXPECT_LE(scrolled.state.layout.used_width, 200);
}

TEST(MarkdownView, SelectsAWordByADoubleClickAndABlockByAThird) {
  Page page("First words here.\n\nSecond block of text.", 400);
  const ImVec2 at = page.At("block");
  page.ui().ClickAt(at.x, at.y, 2);
  EXPECT_EQ(SelectedText(page.state), "block");
  page.ui().Ctrl(Key::kC);
  EXPECT_EQ(page.ui().clipboard, "block");
  page.ui().ClickAt(at.x, at.y, 3);
  EXPECT_EQ(SelectedText(page.state), "Second block of text.");
}

TEST(MarkdownView, SelectsByDraggingAcrossLinesAndBlocks) {
  Page page("alpha beta\n\ngamma delta", 400);
  page.ui().Drag(page.At("beta"), page.At("delta"));
  EXPECT_EQ(SelectedText(page.state), "beta\n\ngamma ");
}

TEST(MarkdownView, EndsTheSelectionWithAClickElsewhere) {
  Page page("alpha beta", 200);
  page.ui().ClickAt(page.At("beta").x, page.At("beta").y, 2);
  EXPECT_FALSE(SelectedText(page.state).empty());
  page.ui().ClickAt(900, 700);
  EXPECT_TRUE(SelectedText(page.state).empty());
}

TEST(MarkdownView, TakesAFormulaWhole) {
  Page page("so $\\frac{a}{b}$ is it", 400);
  page.state.anchor = 0;
  page.state.caret = 6;
  EXPECT_EQ(SelectedText(page.state), "so $\\frac{a}{b}$");
}

TEST(MarkdownView, SelectsByKeysOnceItHasTheFocus) {
  Page page("alpha beta\n\ngamma", 400);
  page.ui().Press(Key::kTab);
  EXPECT_TRUE(page.ui().Find("Page", "article").focused);
  page.ui().Press(Key::kRight, {.shift = true});
  EXPECT_EQ(SelectedText(page.state), "a");
  page.ui().Press(Key::kRight, {.ctrl = true, .shift = true});
  EXPECT_EQ(SelectedText(page.state), "alpha");
  page.ui().Press(Key::kEnd, {.shift = true});
  EXPECT_EQ(SelectedText(page.state), "alpha beta");
  page.ui().Press(Key::kDown, {.shift = true});
  EXPECT_EQ(SelectedText(page.state), "alpha beta\n\ngamma");
  page.ui().Press(Key::kEscape);
  EXPECT_TRUE(SelectedText(page.state).empty());
  page.ui().Ctrl(Key::kA);
  EXPECT_EQ(SelectedText(page.state), page.state.document.text);
}

TEST(MarkdownView, IsOneStopOfTheTabKey) {
  Page page("one\n\ntwo\n\n- three\n- four", 400);
  page.ui().Press(Key::kTab);
  EXPECT_TRUE(page.ui().Find("Page", "article").focused);
  page.ui().Press(Key::kTab);  // round to itself
  EXPECT_TRUE(page.ui().Find("Page", "article").focused);
}

TEST(MarkdownView, OpensWebLinksByClickAndByKey) {
  Page page("see [notes](https://example.org/x) now", 400);
  const UiNode link = page.ui().Find("notes", "link");
  EXPECT_EQ(link.value, "https://example.org/x");
  page.ui().Click("notes", "link");
  EXPECT_EQ(page.opened, std::vector<std::string>{"https://example.org/x"});
  page.ui().Press(Key::kTab);
  page.ui().Press(Key::kTab);
  while (!page.ui().Find("notes", "link").focused) page.ui().Press(Key::kTab);
  page.ui().Press(Key::kEnter);
  EXPECT_EQ(page.opened.size(), 2u);
}

TEST(MarkdownView, NeverOpensAnotherKindOfAddress) {
  Page page("[a](file:///etc/passwd) [b](javascript:alert) [c](notes.txt)", 400);
  for (const char* label : {"a", "b", "c"}) {
    const UiNode link = page.ui().Find(label, "link");
    EXPECT_FALSE(link.enabled);
    page.ui().ClickAt((link.min.x + link.max.x) / 2, (link.min.y + link.max.y) / 2);
  }
  EXPECT_TRUE(page.opened.empty());
}

TEST(MarkdownView, CopiesABlockOfCodeByItsButton) {
  Page page("text\n\n```python\nx = 1\n\n    y\n```\n", 400);
  page.ui().Click("Copy code", "button");
  EXPECT_EQ(page.ui().clipboard, "x = 1\n\n    y");
  EXPECT_EQ(page.ui().Value("Copy code", "button"), "copied");
  page.ui().Wait(3);
  page.ui().Frame();
  EXPECT_EQ(page.ui().Value("Copy code", "button"), "");
}

TEST(MarkdownView, CopiesCodeByTheKeyboard) {
  Page page("```\na\n```\n\n```\nb\n```\n", 400);
  while (!page.ui().Find("Copy code 2", "button").focused) page.ui().Press(Key::kTab);
  page.ui().Press(Key::kEnter);
  EXPECT_EQ(page.ui().clipboard, "b");
}

TEST(MarkdownView, ShowsTheAlternativeTextWithoutAGraphicsCard) {
  Page page("![a loss curve](loss.png)", 400);
  EXPECT_TRUE(page.ui().Shows("a loss curve", "picture"));
}

TEST(MarkdownView, EveryByteThatShowsIsFoundAgainWhereItStands) {
  Page page("One `two` three **four** five six seven eight nine ten eleven twelve.\n\n- a b\n- c d",
            150);
  for (const MarkdownPiece& piece : page.state.layout.pieces) {
    if (piece.kind != Kind::kText) continue;
    for (std::size_t at = piece.begin; at < piece.end; ++at) {
      const ImRect place = MarkdownHighlight(page.state, piece, at, at + 1);
      const ImVec2 point(place.Min.x + place.GetWidth() / 4, place.Min.y + place.GetHeight() / 2);
      if ((static_cast<unsigned char>(page.state.document.text[at]) & 0x80) != 0) continue;
      EXPECT_EQ(MarkdownOffsetAt(page.state, point), at);
    }
  }
}

}  // namespace
}  // namespace app
