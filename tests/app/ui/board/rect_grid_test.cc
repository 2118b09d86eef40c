// The grid finds what a look at every rectangle finds.
#include "app/ui/board/rect_grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(RectGrid, FindsWhatTouches) {
  RectGrid grid;
  EXPECT_THAT(grid.Find({0, 0, 100, 100}), IsEmpty());
  grid.Build({{0, 0, 10, 10}, {10, 0, 10, 10}, {500, 500, 10, 10}});
  EXPECT_THAT(grid.Find({5, 5, 1, 1}), ElementsAre(0));
  EXPECT_THAT(grid.Find({10, 5, 0, 0}), ElementsAre(0, 1)) << "a border touches";
  EXPECT_THAT(grid.Find({-1e6, -1e6, 2e6, 2e6}), ElementsAre(0, 1, 2));
}

TEST(RectGrid, AgreesWithALookAtEveryRectangle) {
  std::mt19937 random(5);
  const auto number = [&](int most) { return static_cast<double>(random() % most); };
  for (int round = 0; round < 60; ++round) {
    std::vector<BoardRect> rects;
    for (int i = 0; i < 200; ++i) {
      const double size = i % 20 == 0 ? 9000 : 150;  // some cover many cells
      rects.push_back({number(5000) - 2500, number(5000) - 2500, number(static_cast<int>(size)),
                       number(static_cast<int>(size))});
    }
    RectGrid grid;
    grid.Build(rects);
    for (int k = 0; k < 30; ++k) {
      const BoardRect area{number(5000) - 2500, number(5000) - 2500, number(700), number(700)};
      std::vector<std::size_t> expected;
      for (std::size_t i = 0; i < rects.size(); ++i) {
        const BoardRect& r = rects[i];
        if (r.x <= area.right() && area.x <= r.right() && r.y <= area.bottom() &&
            area.y <= r.bottom()) {
          expected.push_back(i);
        }
      }
      ASSERT_EQ(grid.Find(area), expected);
    }
  }
}

}  // namespace
}  // namespace app
