// Two values, and the few lines that say how they differ.
#include "interview/model/value_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace interview {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Mode = CompareRule::Mode;

Json Parse(const char* text) { return *ParseJson(text, "test"); }

std::vector<std::string> Lines(const char* type, const char* expected, const char* got,
                               CompareRule rule = {}) {
  std::vector<std::string> lines;
  for (const Difference& one :
       DiffValues(Parse(expected), Parse(got), rule, *ParseType(type)).differences) {
    lines.push_back(DescribeDifference(one));
  }
  return lines;
}

TEST(ValueDiff, NamesThePlaceThatDiffers) {
  EXPECT_THAT(Lines("int", "3", "3"), IsEmpty());
  EXPECT_THAT(Lines("int", "3", "5"), ElementsAre("~ expected 3, got 5 (off by 2)"));
  EXPECT_THAT(Lines("list<list<int>>", "[[1, 2], [3, 4]]", "[[1, 2], [3, 5]]"),
              ElementsAre("~ [1][1]: expected 4, got 5 (off by 1)"));
  EXPECT_THAT(Lines("list<int>", "[1]", "null"),
              ElementsAre("~ expected [1], got null (a list against nothing)"));
}

TEST(ValueDiff, AlignsListsOfDifferentLength) {
  EXPECT_THAT(Lines("list<int>", "[1, 2, 3, 4, 5]", "[1, 3, 4, 5]"),
              ElementsAre("- [1]: 2 is missing"));
  EXPECT_THAT(Lines("list<int>", "[1, 2]", "[9, 1, 2]"), ElementsAre("+ [0]: 9 is too many"));
  EXPECT_THAT(Lines("list<int>", "[1, 2, 3]", "[1, 7, 3, 4]"),
              ElementsAre("~ [1]: expected 2, got 7 (off by 5)", "+ [3]: 4 is too many"));
  EXPECT_THAT(Lines("list<int>", "[]", "[4]"), ElementsAre("+ [0]: 4 is too many"));
}

TEST(ValueDiff, TakesUnorderedResultsAsBags) {
  const CompareRule rows{Mode::kUnordered, 0, 0, true, false};
  EXPECT_THAT(Lines("list<list<int>>", "[[1, 2], [3]]", "[[3], [2, 1]]", rows), IsEmpty());
  EXPECT_THAT(Lines("list<list<int>>", "[[1, 2], [3], [3]]", "[[3], [2, 1], [4]]", rows),
              ElementsAre("- [2]: [3] is missing (in any place)", "+ [2]: [4] is too many"));
  const CompareRule items{Mode::kUnordered, 0, 0, false, false};
  EXPECT_THAT(Lines("list<int>", "[1]", "[1, 1]", items), ElementsAre("+ [1]: 1 is too many"));
}

TEST(ValueDiff, TellsTheToleranceAndByHowMuchItIsMissed) {
  const CompareRule rule{Mode::kFloat, 1e-6, 1e-6, false, false};
  EXPECT_THAT(Lines("list<double>", "[1.0, 2.0]", "[1.0000001, 2.0]", rule), IsEmpty());
  EXPECT_THAT(Lines("list<double>", "[1.0, 2.0]", "[1.0, 2.5]", rule),
              ElementsAre("~ [1]: expected 2.0, got 2.5 (off by 0.5, allowed are 3e-06)"));
}

TEST(ValueDiff, SaysWhereTextsPart) {
  EXPECT_THAT(Lines("string", R"("abcd")", R"("abxd")"),
              ElementsAre(R"(~ expected "abcd", got "abxd" (they part at byte 3))"));
  const auto lines = Lines("string", R"("the quick brown fox jumps over it")",
                           R"("the quick brown cat jumps over")");
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_THAT(lines[0], HasSubstr(R"(expected …"quick brown fox jumps ov"…)"));
  EXPECT_THAT(lines[0], HasSubstr("33 bytes against 30"));
  // Never cut inside a character.
  EXPECT_THAT(Lines("string", R"("ä")", R"("ö")")[0], HasSubstr("byte 1"));
}

TEST(ValueDiff, WalksTreesAndMutatedArguments) {
  EXPECT_THAT(Lines("tree<int>", "[3, 9, 20, null, null, 15, 7]", "[3, 9, 20, 15]"),
              ElementsAre("- root.right.left: 15 is missing", "- root.right.right: 7 is missing",
                          "+ root.left.left: 15 is too many"));
  EXPECT_THAT(Lines("void", R"({"0": [1, 2]})", R"({"0": [2, 2]})"),
              ElementsAre("~ 0[0]: expected 1, got 2 (off by 1)"));
}

TEST(ValueDiff, StopsAfterTwentyAndCountsTheRest) {
  const Json expected(std::vector<int>(5000, 1)), got(std::vector<int>(5000, 2));
  const ValueDiff diff = DiffValues(expected, got, {}, *ParseType("list<int>"));
  EXPECT_EQ(diff.differences.size(), kMostDifferences);
  EXPECT_EQ(diff.more, 5000 - kMostDifferences);
  const ValueDiff shorter =
      DiffValues(expected, Json(std::vector<int>(10, 1)), {}, *ParseType("list<int>"));
  EXPECT_EQ(shorter.differences[0].path, "[10]");
  EXPECT_EQ(shorter.more, 4990 - kMostDifferences);
}

}  // namespace
}  // namespace interview
