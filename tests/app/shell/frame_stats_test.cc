// The table that measurements read.
#include "app/shell/frame_stats.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "tests/support/temp_folder.h"

namespace app {
namespace {

std::vector<std::vector<double>> Rows(const std::string& table) {
  std::vector<std::vector<double>> rows;
  std::istringstream lines(table);
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "build_ms\tpresent_ms\tswapped_s\tcharacters");
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    double value = 0;
    rows.emplace_back();
    while (cells >> value) rows.back().push_back(value);
  }
  return rows;
}

// Burns CPU, so that a clock that stands still is found out.
void Work() {
  volatile double sum = 0;
  for (int i = 0; i < 2'000'000; ++i) sum = sum + i;
}

TEST(FrameStatsTest, AFrameThatWasNotPresentedHasNoSwap) {
  const support::TempFolder folder;
  FrameStats stats(folder / "frames.tsv");
  stats.BeginBuild();
  Work();
  stats.EndBuild(3);
  stats.BeginBuild();
  stats.EndBuild(5);
  stats.BeginPresent();
  Work();
  stats.EndPresent();
  ASSERT_TRUE(stats.Write());
  const auto rows = Rows(support::ReadBytes(folder / "frames.tsv"));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_GT(rows[0][0], rows[1][0]);
  EXPECT_EQ(rows[0][1], 0);
  EXPECT_EQ(rows[0][2], 0);
  EXPECT_EQ(rows[0][3], 3);
  EXPECT_GT(rows[1][1], 0);
  EXPECT_GT(rows[1][2], 0);
  EXPECT_EQ(rows[1][3], 5);
}

TEST(FrameStatsTest, EveryWriteAppends) {
  const support::TempFolder folder;
  FrameStats stats(folder / "frames.tsv");
  for (int i = 0; i < 3; ++i) {
    stats.BeginBuild();
    stats.EndBuild(i);
    ASSERT_TRUE(stats.Write());
  }
  EXPECT_EQ(Rows(support::ReadBytes(folder / "frames.tsv")).size(), 3u);
}

TEST(FrameStatsTest, AMissingFolderIsNamed) {
  FrameStats stats("/nowhere/frames.tsv");
  const interview::Status written = stats.Write();
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("/nowhere/frames.tsv"), std::string::npos);
}

}  // namespace
}  // namespace app
