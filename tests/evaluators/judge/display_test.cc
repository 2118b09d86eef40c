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

}  // namespace
}  // namespace evaluators
