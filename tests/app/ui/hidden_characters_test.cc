// Every code point, against the one promise: what a screen does not show is spelled out.
#include "app/ui/hidden_characters.h"

#include <gtest/gtest.h>

namespace app {
namespace {

std::string Encoded(char32_t c) {
  std::string text;
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6));
    add(0x80 | (c & 63));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12));
    add(0x80 | ((c >> 6) & 63));
    add(0x80 | (c & 63));
  } else {
    add(0xF0 | (c >> 18));
    add(0x80 | ((c >> 12) & 63));
    add(0x80 | ((c >> 6) & 63));
    add(0x80 | (c & 63));
  }
  return text;
}

TEST(HiddenCharacters, EveryCodePointIsReadAsItself) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::string text = Encoded(c) + "x";
    const Utf8Character read = FirstCharacter(text);
    const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
    ASSERT_EQ(read.valid, !is_surrogate) << std::hex << static_cast<unsigned>(c);
    if (is_surrogate) {
      ASSERT_EQ(read.bytes, 1u);
    } else {
      ASSERT_EQ(read.code, c);
      ASSERT_EQ(read.bytes, text.size() - 1);
    }
  }
}

TEST(HiddenCharacters, BytesThatAreNoUtf8AreTakenOneByOne) {
  for (const char* text :
       {"\x80", "\xBF", "\xC0\xAF", "\xC1\x81", "\xE0\x80\xAF", "\xF0\x80\x80\xAF",
        "\xF4\x90\x80\x80", "\xF5", "\xFF", "\xE2\x82", "\xC3x", "\xED\xA0\x80"}) {
    const Utf8Character read = FirstCharacter(text);
    EXPECT_FALSE(read.valid) << text;
    EXPECT_EQ(read.bytes, 1u);
    EXPECT_EQ(read.code, static_cast<unsigned char>(text[0]));
  }
}

TEST(HiddenCharacters, ControlsDirectionsAndNoWidthsAreHidden) {
  for (const char32_t c : {U'\0',
                           U'\x1B',
                           U'\x7F',
                           char32_t{0x85},
                           char32_t{0x9B},
                           char32_t{0xAD},
                           char32_t{0x61C},
                           char32_t{0x200B},
                           char32_t{0x200D},
                           char32_t{0x200E},
                           char32_t{0x2028},
                           char32_t{0x202E},
                           char32_t{0x2066},
                           char32_t{0x2069},
                           char32_t{0xFE0F},
                           char32_t{0xFEFF},
                           char32_t{0xFFFE},
                           char32_t{0x1FFFF},
                           char32_t{0xE0041},
                           char32_t{0x3164}}) {
    EXPECT_TRUE(IsHidden(c)) << std::hex << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U' ', U'~', U'é', U'–', U'’', U'→', U'∑', U'中', char32_t{0x1F600}}) {
    EXPECT_FALSE(IsHidden(c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(HiddenCharacters, AreSpelledOutInAscii) {
  EXPECT_EQ(SpelledOut({'\t', 1, true}), "\\t");
  EXPECT_EQ(SpelledOut({0x1B, 1, true}), "\\x1b");
  EXPECT_EQ(SpelledOut({0xFF, 1, false}), "\\xff");
  EXPECT_EQ(SpelledOut({0x202E, 3, true}), "\\u{202e}");
  EXPECT_EQ(SpelledOut({0xE0041, 4, true}), "\\u{e0041}");
}

}  // namespace
}  // namespace app
