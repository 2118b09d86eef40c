// Two texts line by line.
#include "app/ui/widgets/line_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace app {
namespace {

// "= a", "~ a|b", "- a", "+ b".
std::vector<std::string> Told(std::string_view left, std::string_view right) {
  std::vector<std::string> told;
  for (const DiffRow& row : DiffLines(left, right)) {
    switch (row.kind) {
      case DiffRow::Kind::kSame:
        told.push_back("= " + std::string(row.left));
        break;
      case DiffRow::Kind::kChanged:
        told.push_back("~ " + std::string(row.left) + "|" + std::string(row.right));
        break;
      case DiffRow::Kind::kLeft:
        told.push_back("- " + std::string(row.left));
        break;
      case DiffRow::Kind::kRight:
        told.push_back("+ " + std::string(row.right));
        break;
    }
  }
  return told;
}

TEST(LineDiff, KeepsWhatIsCommonTogether) {
  EXPECT_THAT(Told("a\nb\nc\nd", "a\nc\nx\nd\ne"),
              testing::ElementsAre("= a", "- b", "= c", "+ x", "= d", "+ e"));
}

TEST(LineDiff, SetsChangedLinesSideBySide) {
  EXPECT_THAT(Told("a\nb\nc\nz", "a\nx\nz"), testing::ElementsAre("= a", "~ b|x", "- c", "= z"));
}

TEST(LineDiff, LeavesSpacesAtTheEndsOfLinesOut) {
  EXPECT_THAT(Told("a  \n\tb\r\n", "a\n\tb"), testing::ElementsAre("= a", "= \tb"));
  EXPECT_THAT(Told("  a", "a"), testing::ElementsAre("~   a|a")) << "indentation counts";
}

TEST(LineDiff, OfNothingIsTheOtherSideAlone) {
  EXPECT_TRUE(DiffLines("", "").empty());
  EXPECT_THAT(Told("", "a\nb"), testing::ElementsAre("+ a", "+ b"));
}

TEST(LineDiff, CountsLinesFromOneOnEachSide) {
  const std::string left = "a\nb\nc", right = "c";
  const std::vector<DiffRow> rows = DiffLines(left, right);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[2].left_line, 3);
  EXPECT_EQ(rows[2].right_line, 1);
  EXPECT_EQ(rows[0].right_line, 0);
}

TEST(LineDiff, HasEveryLineOfBothSidesOnceAndInOrder) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text[2];
    int count[2];
    for (int side = 0; side < 2; ++side) {
      count[side] = static_cast<int>(random() % 12);
      for (int i = 0; i < count[side]; ++i) {
        text[side] += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
      }
    }
    int left = 0, right = 0;
    for (const DiffRow& row : DiffLines(text[0], text[1])) {
      if (row.left_line != 0) {
        EXPECT_EQ(row.left_line, ++left);
      }
      if (row.right_line != 0) {
        EXPECT_EQ(row.right_line, ++right);
      }
    }
    EXPECT_EQ(left, count[0]);
    EXPECT_EQ(right, count[1]);
  }
}

}  // namespace
}  // namespace app
