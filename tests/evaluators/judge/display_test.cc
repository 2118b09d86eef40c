// Strangers' text becomes harmless, large values become short.
#include "evaluators/judge/display.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

using interview::Json;

TEST(Printable, SpellsOutWhatCannotBeSeen) {
  EXPECT_EQ(Printable("plain\n\ttext"), "plain\n\ttext");
  EXPECT_EQ(Printable("\x1b[31m\r\x07"), "\\x1b[31m\\x0d\\x07");
  EXPECT_EQ(Printable("a\xe2\x80\xae"
                      "b"),
            "a\\u202eb");
  EXPECT_EQ(Printable("\xff\xc3(\xf0\x9f"), "\\xff\\xc3(\\xf0\\x9f");
  EXPECT_EQ(Printable("h\xc3\xa9 \xf0\x9f\x98\x80"), "h\xc3\xa9 \xf0\x9f\x98\x80");
  EXPECT_EQ(Printable(std::string_view("\0x", 2)), "\\x00x");
}

TEST(Shortened, CutsListsAndTellsHowMuchIsLeft) {
  const Json small = {1, 2, 3};
  EXPECT_EQ(Shortened(small, 100), small);
  const Json large = {{"args", Json::array({Json(std::vector<int>(50'000, 7)), 3})}};
  const Json cut = Shortened(large, 500);
  EXPECT_LE(interview::DumpJson(cut).size(), 500u);
  EXPECT_EQ(cut["args"][0].back(), Json("… 49900 more of 50000"));
  EXPECT_EQ(cut["args"][1], Json(3));
}

}  // namespace
}  // namespace evaluators
