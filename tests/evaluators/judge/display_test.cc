// Strangers' text becomes harmless.
#include "evaluators/judge/display.h"

#include <gtest/gtest.h>

namespace evaluators {
namespace {

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

TEST(PrintableStart, CutsBetweenCharacters) {
  EXPECT_EQ(PrintableStart("short", 5), "short");
  EXPECT_EQ(PrintableStart("longer", 4), "long…");
  EXPECT_EQ(PrintableStart("ab\xc3\xa9 more", 3), "ab…");
  EXPECT_EQ(PrintableStart("ab\xc3\xa9 more", 4), "ab\xc3\xa9…");
  EXPECT_EQ(PrintableStart("\xa9\xa9\xa9", 2), "…");
}

}  // namespace
}  // namespace evaluators
