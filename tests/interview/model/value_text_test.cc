// Large values become short, and say how large they were.
#include "interview/model/value_text.h"

#include <gtest/gtest.h>

namespace interview {
namespace {

TEST(Shortened, CutsListsAndTellsHowMuchIsLeft) {
  const Json small = {1, 2, 3};
  EXPECT_EQ(Shortened(small, 100), small);
  const Json large = {{"args", Json::array({Json(std::vector<int>(50'000, 7)), 3})}};
  const Json cut = Shortened(large, 500);
  EXPECT_LE(DumpJson(cut).size(), 500u);
  EXPECT_EQ(cut["args"][0].back(), Json("… 49,900 more of 50,000"));
  EXPECT_EQ(cut["args"][1], Json(3));
}

TEST(WithThousands, GroupsDigits) {
  EXPECT_EQ(WithThousands(0), "0");
  EXPECT_EQ(WithThousands(999), "999");
  EXPECT_EQ(WithThousands(1000), "1,000");
  EXPECT_EQ(WithThousands(1234567), "1,234,567");
}

}  // namespace
}  // namespace interview
