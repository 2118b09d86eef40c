// What is dragged snaps to lines of its neighbours, else to the grid.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ui/board/board_layout.h"

namespace app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RectGrid GridOf(std::vector<BoardRect> rects) {
  RectGrid grid;
  grid.Build(std::move(rects));
  return grid;
}

TEST(BoardSnap, FarFromEverythingTheGridCounts) {
  const SnapResult snap = Snap({13, 21, 100, 50}, GridOf({{5000, 5000, 10, 10}}), {}, 6);
  EXPECT_EQ(snap.dx, 3);
  EXPECT_EQ(snap.dy, 3);
  EXPECT_THAT(snap.guides, IsEmpty());
}

TEST(BoardSnap, WithoutAGridNothingMoves) {
  const SnapResult snap = Snap({13, 21, 100, 50}, GridOf({}), {}, 6, 0);
  EXPECT_EQ(snap.dx, 0);
  EXPECT_EQ(snap.dy, 0);
}

TEST(BoardSnap, TheCentresMeet) {
  // Centres at 103 and 100: the edges are farther apart.
  const SnapResult snap = Snap({53, 300, 100, 50}, GridOf({{80, 0, 40, 40}}), {}, 6);
  EXPECT_EQ(snap.dx, -3);
  EXPECT_THAT(snap.guides, ElementsAre(SnapGuide{true, 100, 0, 354}));
}

TEST(BoardSnap, TheNearestLineWins) {
  const SnapResult snap =
      Snap({104, 200, 60, 50}, GridOf({{100, 0, 300, 40}, {102, 0, 300, 40}}), {}, 6);
  EXPECT_EQ(snap.dx, -2);
}

TEST(BoardSnap, AGuideSpansAllThatItAligns) {
  const SnapResult snap = Snap({1, 200, 50, 50}, GridOf({{0, 0, 30, 40}, {0, 400, 80, 40}}), {}, 6);
  EXPECT_EQ(snap.dx, -1);
  ASSERT_FALSE(snap.guides.empty());
  EXPECT_EQ(snap.guides[0], (SnapGuide{true, 0, 0, 440}));
}

TEST(BoardSnap, BothAxesSnapAtOnce) {
  const SnapResult snap =
      Snap({203, 2, 100, 50}, GridOf({{0, 0, 100, 50}, {200, 300, 100, 50}}), {}, 6);
  EXPECT_EQ(snap.dx, -3);
  EXPECT_EQ(snap.dy, -2);
  bool vertical = false;
  bool horizontal = false;
  for (const SnapGuide& guide : snap.guides) (guide.vertical ? vertical : horizontal) = true;
  EXPECT_TRUE(vertical && horizontal);
}

TEST(BoardSnap, WhatIsDraggedDoesNotSnapToItself) {
  const std::vector<std::size_t> skip = {0};
  const SnapResult snap = Snap({13, 21, 100, 50}, GridOf({{13, 21, 100, 50}}), skip, 6);
  EXPECT_THAT(snap.guides, IsEmpty());
  EXPECT_EQ(snap.dx, 3);
}

TEST(BoardSnap, OutOfReachDoesNotPull) {
  const SnapResult snap = Snap({107, 800, 100, 50}, GridOf({{100, 0, 100, 50}}), {}, 6, 0);
  EXPECT_EQ(snap.dx, 0);
  EXPECT_THAT(snap.guides, IsEmpty());
}

}  // namespace
}  // namespace app
