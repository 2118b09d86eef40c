// What prose asks of a text: lists, emphasis, counts and the parts of a line.
#include "app/ui/widgets/prose_text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace app {
namespace {

// "|" in `text` is the caret.
TextBuffer At(const std::string& text) {
  const std::size_t at = text.find('|');
  std::string plain = text;
  plain.erase(at, 1);
  TextBuffer buffer(plain);
  const std::string before = text.substr(0, at);
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t begin = before.rfind('\n');
  buffer.MoveTo({line, static_cast<int>(begin == std::string::npos ? at : at - begin - 1)},
                TextBuffer::Selection::kDrop);
  return buffer;
}

std::string WithCaret(const TextBuffer& buffer) {
  std::string text;
  for (int i = 0; i < buffer.line_count(); ++i) {
    std::string line = buffer.Line(i);
    if (buffer.caret().line == i) line.insert(static_cast<std::size_t>(buffer.caret().column), "|");
    text += (i > 0 ? "\n" : "") + line;
  }
  return text;
}

std::string AfterEnter(const std::string& text) {
  TextBuffer buffer = At(text);
  if (!ContinueList(&buffer)) return "no list";
  return WithCaret(buffer);
}

TEST(ProseText, EnterBeginsTheNextItem) {
  EXPECT_EQ(AfterEnter("- one|"), "- one\n- |");
  EXPECT_EQ(AfterEnter("* one|"), "* one\n* |");
  EXPECT_EQ(AfterEnter("  + one|"), "  + one\n  + |");
  EXPECT_EQ(AfterEnter("9. nine|"), "9. nine\n10. |");
  EXPECT_EQ(AfterEnter("2) two|"), "2) two\n3) |");
  EXPECT_EQ(AfterEnter("- [x] done|"), "- [x] done\n- [ ] |");
}

TEST(ProseText, EnterInTheMiddleSplitsTheItem) {
  EXPECT_EQ(AfterEnter("- one| two"), "- one\n- | two");
}

TEST(ProseText, EnterOnAnEmptyItemEndsTheListOrGoesOneLevelOut) {
  EXPECT_EQ(AfterEnter("- one\n- |"), "- one\n|");
  EXPECT_EQ(AfterEnter("  - |"), "- |");
  EXPECT_EQ(AfterEnter("- [ ] |"), "|");
}

TEST(ProseText, EnterElsewhereIsNoBusinessOfALists) {
  EXPECT_EQ(AfterEnter("plain|"), "no list");
  EXPECT_EQ(AfterEnter("-no space|"), "no list");
  EXPECT_EQ(AfterEnter("|- before the mark"), "no list");
  EXPECT_EQ(AfterEnter("1234567. too long a number|"), "no list");
  EXPECT_EQ(AfterEnter("3.14 is a number|"), "no list");
}

TEST(ProseText, TabNestsAndShiftTabTakesOut) {
  TextBuffer buffer = At("- a\n- b|");
  EXPECT_TRUE(NestList(&buffer, Nesting::kDeeper));
  EXPECT_EQ(WithCaret(buffer), "- a\n  - b|");
  EXPECT_TRUE(NestList(&buffer, Nesting::kOut));
  EXPECT_TRUE(NestList(&buffer, Nesting::kOut)) << "as far out as it goes";
  EXPECT_EQ(WithCaret(buffer), "- a\n- b|");
  TextBuffer plain = At("no list|");
  EXPECT_FALSE(NestList(&plain, Nesting::kDeeper));
}

TEST(ProseText, AWholeSelectionIsNestedAndUndoneAtOnce) {
  TextBuffer buffer("- a\ntext\n- b");
  buffer.SelectAll();
  EXPECT_TRUE(NestList(&buffer, Nesting::kDeeper));
  EXPECT_EQ(buffer.Text(), "  - a\ntext\n  - b");
  buffer.Undo();
  EXPECT_EQ(buffer.Text(), "- a\ntext\n- b");
}

TEST(ProseText, MarksGoAroundTheSelectionAndOffAgain) {
  TextBuffer buffer("bias and variance");
  buffer.MoveTo({0, 5}, TextBuffer::Selection::kDrop);
  buffer.MoveTo({0, 8}, TextBuffer::Selection::kExtend);
  ToggleMark(&buffer, "**");
  EXPECT_EQ(buffer.Text(), "bias **and** variance");
  EXPECT_EQ(buffer.SelectedText(), "and");
  ToggleMark(&buffer, "*");
  EXPECT_EQ(buffer.Text(), "bias ***and*** variance") << "bold and italic";
  buffer.Undo();
  buffer.MoveTo({0, 7}, TextBuffer::Selection::kDrop);
  buffer.MoveTo({0, 10}, TextBuffer::Selection::kExtend);
  ToggleMark(&buffer, "**");
  EXPECT_EQ(buffer.Text(), "bias and variance");
}

TEST(ProseText, WithoutASelectionTheWordOrAnEmptyPairIsMarked) {
  TextBuffer word = At("use soft|max here");
  ToggleMark(&word, "`");
  EXPECT_EQ(word.Text(), "use `softmax` here");
  TextBuffer empty = At("|");
  ToggleMark(&empty, "**");
  EXPECT_EQ(WithCaret(empty), "**|**");
}

TEST(ProseText, CountsWordsNotMarks) {
  EXPECT_EQ(CountWords(""), 0);
  EXPECT_EQ(CountWords("- a list, of four"), 4);
  EXPECT_EQ(CountWords("## | -- | * "), 0);
  EXPECT_EQ(CountWords("it's O(n log n)"), 4);
  EXPECT_EQ(WordCountText(1), "1 word");
  EXPECT_EQ(WordCountText(99), "99 words");
  EXPECT_EQ(WordCountText(184), "184 words  ·  1 min to read");
  EXPECT_EQ(WordCountText(700), "700 words  ·  4 min to read");
}

std::string Kinds(const std::string& line, bool in_fence = false) {
  static constexpr char kLetters[] = "hbicmql";
  std::string shown(line.size(), '.');
  for (const ProseSpan& span : ProseSpans(line, in_fence)) {
    for (int i = span.begin; i < span.end; ++i) {
      shown[static_cast<std::size_t>(i)] = kLetters[static_cast<int>(span.kind)];
    }
  }
  return shown;
}

TEST(ProseText, FindsThePartsOfALine) {
  EXPECT_EQ(Kinds("## Title"), "mmhhhhhh");
  EXPECT_EQ(Kinds("a **b** *c* `d`"), "..mmbmm.mim.mcm");
  EXPECT_EQ(Kinds("- [ ] _it_"), "mmmmmmmiim");
  EXPECT_EQ(Kinds("> said"), "mqqqqq");
  EXPECT_EQ(Kinds("x https://a.b y"), "..lllllllllll..");
  EXPECT_EQ(Kinds("```python"), "mmmmmmmmm");
  EXPECT_EQ(Kinds("def f():", true), "cccccccc");
}

TEST(ProseText, LeavesArithmeticAndNamesAlone) {
  EXPECT_EQ(Kinds("a * b * c"), ".........");
  EXPECT_EQ(Kinds("snake_case_name"), "...............");
  EXPECT_EQ(Kinds("2 ** 3 ** 4"), "...........");
  EXPECT_EQ(Kinds("\\*no\\*"), "......");
  EXPECT_EQ(Kinds("#hashtag"), "........");
}

TEST(ProseText, EveryLineOfAnythingIsCutInsideItsBounds) {
  const std::string alphabet = "a *_`#->[]x1.)\\é ";
  unsigned seed = 7;
  for (int round = 0; round < 20'000; ++round) {
    std::string line;
    for (int i = 0; i < 14; ++i) {
      seed = seed * 1664525u + 1013904223u;
      line += alphabet[(seed >> 16) % alphabet.size()];
    }
    for (const ProseSpan& span : ProseSpans(line, false)) {
      ASSERT_LE(0, span.begin) << line;
      ASSERT_LE(span.begin, span.end) << line;
      ASSERT_LE(span.end, static_cast<int>(line.size())) << line;
    }
    const ListMark mark = ListMarkOf(line);
    ASSERT_LE(mark.length, static_cast<int>(line.size())) << line;
    TextBuffer buffer(line);
    buffer.MoveTo({0, static_cast<int>(seed % 15)}, TextBuffer::Selection::kDrop);
    ContinueList(&buffer);
    ToggleMark(&buffer, "**");
    while (buffer.Undo()) {
    }
    ASSERT_EQ(buffer.Text(), line);
  }
}

}  // namespace
}  // namespace app
