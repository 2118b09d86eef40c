// Finding and replacing in a text.
#include "app/ui/widgets/text_search.h"

#include <gtest/gtest.h>

#include <chrono>

namespace app {
namespace {

SearchPattern Pattern(std::string_view text, SearchOptions options = {}) {
  auto pattern = SearchPattern::Compile(text, options);
  EXPECT_TRUE(pattern) << text;
  return *pattern;
}

std::vector<std::string> Found(const TextBuffer& text, const SearchPattern& pattern) {
  std::vector<std::string> found;
  for (const TextRange& r : FindAll(text, pattern)) {
    found.push_back(std::to_string(r.begin.line) + ":" + std::to_string(r.begin.column) + " " +
                    text.TextBetween(r.begin, r.end));
  }
  return found;
}

using Lines = std::vector<std::string>;

TEST(TextSearch, FindsAPlainWordWhateverItsSigns) {
  const TextBuffer text("a.b axb\nA.B");
  EXPECT_EQ(Found(text, Pattern("a.b")), (Lines{"0:0 a.b", "1:0 A.B"}));
  EXPECT_EQ(Found(text, Pattern("a.b", {.match_case = true})), (Lines{"0:0 a.b"}));
  EXPECT_EQ(Found(text, Pattern("a.b", {.regex = true, .match_case = true})),
            (Lines{"0:0 a.b", "0:4 axb"}));
}

TEST(TextSearch, AWholeWordIsNoPartOfAnother) {
  const TextBuffer text("in int (in) in_ éin in");
  EXPECT_EQ(Found(text, Pattern("in", {.whole_word = true})),
            (Lines{"0:0 in", "0:8 in", "0:21 in"}));
  EXPECT_EQ(Found(text, Pattern("i.", {.regex = true, .whole_word = true})).size(), 3u);
}

TEST(TextSearch, CaseIsFoldedBeyondAscii) {
  EXPECT_EQ(Found(TextBuffer("ÄPFEL äpfel"), Pattern("äpfel")).size(), 2u);
}

TEST(TextSearch, AnchorsMeanTheEndsOfALine) {
  const TextBuffer text("ab\nba\nab ab");
  EXPECT_EQ(Found(text, Pattern("^ab", {.regex = true})), (Lines{"0:0 ab", "2:0 ab"}));
  EXPECT_EQ(Found(text, Pattern("ab$", {.regex = true})), (Lines{"0:0 ab", "2:3 ab"}));
}

TEST(TextSearch, EmptyMatchesComeOnceEach) {
  EXPECT_EQ(Found(TextBuffer("aé\n"), Pattern("x*", {.regex = true})).size(), 4u);
}

TEST(TextSearch, LooksOnlyInsideTheSelection) {
  const TextBuffer text("aaa\naaa\naaa");
  const TextRange inside{{0, 1}, {2, 1}};
  EXPECT_EQ(FindAll(text, Pattern("a"), inside).size(), 6u);
  EXPECT_EQ(FindAll(text, Pattern("aaa"), inside).size(), 1u);
}

TEST(TextSearch, StopsAtTheLimit) {
  EXPECT_EQ(FindAll(TextBuffer("aaaaaa"), Pattern("a"), {}, 4).size(), 4u);
}

TEST(TextSearch, GoesAroundTheEnds) {
  const TextBuffer text("x a\nb\na x");
  const SearchPattern x = Pattern("x");
  EXPECT_EQ(FindNext(text, x, {0, 1})->begin, (TextPosition{2, 2}));
  EXPECT_EQ(FindNext(text, x, {2, 3})->begin, (TextPosition{0, 0}));
  EXPECT_EQ(FindPrevious(text, x, {2, 2})->begin, (TextPosition{0, 0}));
  EXPECT_EQ(FindPrevious(text, x, {0, 0})->begin, (TextPosition{2, 2}));
  EXPECT_FALSE(FindNext(text, Pattern("y"), {1, 0}));
  EXPECT_FALSE(FindPrevious(text, Pattern("y"), {1, 0}));
}

TEST(TextSearch, GoesAroundWithinOneLine) {
  const TextBuffer text("x ab x");
  EXPECT_EQ(FindPrevious(text, Pattern("a"), {0, 1})->begin, (TextPosition{0, 2}));
  EXPECT_EQ(FindNext(text, Pattern("a"), {0, 4})->begin, (TextPosition{0, 2}));
}

TEST(TextSearch, ReplacesAllInOneStep) {
  TextBuffer text("cat cat\nscatter");
  EXPECT_EQ(ReplaceAll(&text, Pattern("cat"), "dog"), 3);
  EXPECT_EQ(text.Text(), "dog dog\nsdogter");
  EXPECT_TRUE(text.Undo());
  EXPECT_EQ(text.Text(), "cat cat\nscatter");
  EXPECT_FALSE(text.Undo());
}

TEST(TextSearch, ReplacesWithGroups) {
  TextBuffer text("first=1, second=22");
  EXPECT_EQ(ReplaceAll(&text, Pattern(R"((\w+)=(\d+))", {.regex = true}), R"($2\t$$$1$9)"), 2);
  EXPECT_EQ(text.Text(), "1\t$first, 22\t$second");
}

TEST(TextSearch, APlainReplacementIsTakenAsItIs) {
  TextBuffer text("a");
  ReplaceAll(&text, Pattern("a"), R"($1\n)");
  EXPECT_EQ(text.Text(), R"($1\n)");
}

TEST(TextSearch, ReplacesOneAndLeavesTheCaretBehindIt) {
  TextBuffer text("aXaX");
  const SearchPattern x = Pattern("X");
  ASSERT_TRUE(ReplaceMatch(&text, x, {{0, 1}, {0, 2}}, "long"));
  EXPECT_EQ(text.Text(), "alongaX");
  EXPECT_EQ(text.caret(), (TextPosition{0, 5}));
  EXPECT_FALSE(ReplaceMatch(&text, x, {{0, 1}, {0, 2}}, "long")) << "it is no match any more";
  EXPECT_FALSE(ReplaceMatch(&text, x, {{7, 0}, {7, 1}}, "long"));
}

TEST(TextSearch, SaysWhatIsWrongWithAPattern) {
  const auto bad = SearchPattern::Compile("a(b", {.regex = true});
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().message, "This is no regular expression: missing ): a(b at \"a(b\".");
  EXPECT_FALSE(SearchPattern::Compile("", {}));
  EXPECT_FALSE(SearchPattern::Compile("\\C", {.regex = true})) << "could cut a character in two";
  EXPECT_TRUE(SearchPattern::Compile("a(b", {}));
}

TEST(TextSearch, AHostilePatternTakesNoLongerThanAnother) {
  const TextBuffer text(std::string(100'000, 'a'));
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(Found(text, Pattern("(a*)*(a|aa)+$b", {.regex = true})).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(TextSearch, AnInvalidByteIsNoCharacter) {
  const TextBuffer text(
      "a\xff"
      "b");
  EXPECT_EQ(Found(text, Pattern(".", {.regex = true})).size(), 2u);
}

TEST(TextSearch, SearchesAHundredThousandLinesAtOnce) {
  std::string content;
  for (int i = 0; i < 100'000; ++i) content += "    total += weights[i] * inputs[i]  # step\n";
  TextBuffer text(content);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(FindAll(text, Pattern("inputs")).size(), 100'000u);
  EXPECT_EQ(FindAll(text, Pattern("absent", {.match_case = true})).size(), 0u);
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  RecordProperty("milliseconds", std::to_string(spent.count()));
  EXPECT_LT(spent.count(), 2000) << "tens of milliseconds on a quiet machine";
}

}  // namespace
}  // namespace app
