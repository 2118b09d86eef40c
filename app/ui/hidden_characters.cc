// Ranges of characters without a picture of their own.
#include "app/ui/hidden_characters.h"

#include <algorithm>
#include <cstdio>

namespace app {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// General categories Cc, Cf, Zl, Zp, Cs and Cn of the planes' ends, and letters and marks that are
// drawn as nothing.
constexpr Range kHidden[] = {
    {0x0000, 0x001F},                        // C0: ANSI escapes begin here
    {0x007F, 0x009F},                        // delete, C1
    {0x00AD, 0x00AD},                        // soft hyphen
    {0x034F, 0x034F},                        // grapheme joiner
    {0x0600, 0x0605},                        // Arabic number signs
    {0x061C, 0x061C},                        // Arabic letter mark
    {0x06DD, 0x06DD},                        // end of ayah
    {0x070F, 0x070F},                        // Syriac abbreviation
    {0x0890, 0x0891},                        // Arabic pound and piastre marks
    {0x08E2, 0x08E2},                        // disputed end of ayah
    {0x115F, 0x1160},                        // Hangul fillers
    {0x17B4, 0x17B5},                        // Khmer inherent vowels
    {0x180B, 0x180F},                        // Mongolian selectors, vowel separator
    {0x200B, 0x200F},                        // zero-width space and joiners, direction marks
    {0x2028, 0x202E},                        // separators, embeddings and overrides
    {0x2060, 0x206F},                        // word joiner, invisible operators, isolates
    {0x2800, 0x2800},                        // blank Braille
    {0x3164, 0x3164},                        // Hangul filler
    {0xD800, 0xDFFF},                        // surrogates
    {0xFDD0, 0xFDEF},                        // no characters
    {0xFE00, 0xFE0F},                        // variation selectors
    {0xFEFF, 0xFEFF},                        // byte order mark
    {0xFFA0, 0xFFA0},                        // halfwidth Hangul filler
    {0xFFF0, 0xFFFB},                        // interlinear annotation
    {0xFFFE, 0xFFFF},                        // no characters
    {0x110BD, 0x110BD},                      // Kaithi number signs
    {0x110CD, 0x110CD}, {0x13430, 0x1343F},  // hieroglyph format controls
    {0x1BCA0, 0x1BCA3},                      // shorthand format controls
    {0x1D173, 0x1D17A},                      // musical format controls
    {0xE0000, 0xE0FFF},                      // tags, further variation selectors
};

constexpr char32_t kLastCode = 0x10FFFF;

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

Utf8Character FirstCharacter(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const Utf8Character stray{first, 1, false};
  if (first < 0x80) return {first, 1, true};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return stray;
  char32_t code = first & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!IsContinuation(text[i])) return stray;
    code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3F);
  }
  const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  if (overlong || code > kLastCode || (code >= 0xD800 && code <= 0xDFFF)) return stray;
  return {code, bytes, true};
}

bool IsHidden(char32_t code) {
  if (code > kLastCode || (code & 0xFFFE) == 0xFFFE) return true;  // each plane ends with two
  const Range* after = std::upper_bound(std::begin(kHidden), std::end(kHidden), code,
                                        [](char32_t c, const Range& r) { return c < r.first; });
  return after != std::begin(kHidden) && code <= std::prev(after)->last;
}

std::string SpelledOut(const Utf8Character& character) {
  if (character.valid && character.code == '\t') return "\\t";
  char text[16];
  const char* format = character.code < 0x100 ? "\\x%02x" : "\\u{%x}";
  std::snprintf(text, sizeof text, format, static_cast<unsigned>(character.code));
  return text;
}

}  // namespace app
