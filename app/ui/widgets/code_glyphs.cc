// Decoding, measuring, and the list of characters that are shown in a box.
#include "app/ui/widgets/code_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace app {
namespace {

constexpr char32_t kStrayByte = 0xDC00;
constexpr char32_t kReplacement = 0xFFFD;

unsigned char ByteAt(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

}  // namespace

char32_t FirstCharacter(std::string_view text, int* bytes) {
  const unsigned char first = ByteAt(text, 0);
  *bytes = 1;
  if (first < 0x80) return first;
  const int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  char32_t character = first & (0xFFu >> (length + 1));
  for (int i = 1; i < length; ++i) {
    const unsigned char next = ByteAt(text, static_cast<std::size_t>(i));
    if ((next & 0xC0) != 0x80) return kStrayByte + first;
    character = (character << 6) | (next & 0x3Fu);
  }
  static constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (first < 0xC0 || first > 0xF4 || character < kSmallest[length] || character > 0x10FFFF ||
      (character >= 0xD800 && character < 0xE000)) {
    return kStrayByte + first;
  }
  *bytes = length;
  return character;
}

bool IsDeceptive(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return c != '\t';
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  return c == 0xA0 || c == 0xAD || c == 0x34F || c == 0x61C || within(0x115F, 0x1160) ||
         within(0x17B4, 0x17B5) || within(0x180B, 0x180E) || within(0x2000, 0x200F) ||
         within(0x2028, 0x202F) || within(0x205F, 0x206F) || c == 0x3000 || c == 0x3164 ||
         within(0xDC80, 0xDCFF) || within(0xFE00, 0xFE0F) || c == 0xFEFF || c == 0xFFA0 ||
         within(0xFFF9, 0xFFFB) || within(0xE0000, 0xE0FFF);
}

std::string BoxedName(char32_t character) {
  char name[16];
  if (character >= 0xDC80 && character <= 0xDCFF) {
    std::snprintf(name, sizeof(name), "0x%02X", static_cast<unsigned>(character - kStrayByte));
  } else {
    std::snprintf(name, sizeof(name), "U+%04X", static_cast<unsigned>(character));
  }
  return name;
}

CodeRow::CodeRow(std::string_view line, const Font& font, float cell, int tab_width)
    : line_(line), cell_(cell) {
  plain_ = std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  if (plain_) return;
  xs_.resize(line.size() + 1);
  const float stop = cell * static_cast<float>(tab_width);
  float x = 0;
  for (std::size_t i = 0; i < line.size();) {
    int bytes = 1;
    const char32_t character = FirstCharacter(line.substr(i), &bytes);
    float width = cell;
    if (character == '\t') {
      width = (std::floor(x / stop + 0.01f) + 1) * stop - x;
    } else if (IsDeceptive(character)) {
      width = cell * static_cast<float>(BoxedName(character).size() + 1);
    } else if (character >= 0x80) {
      width =
          GlyphAdvance(font, static_cast<ImWchar>(character > 0xFFFF ? kReplacement : character));
    }
    for (int k = 0; k < bytes; ++k) xs_[i++] = x;
    x += width;
  }
  xs_.back() = x;
}

int CodeRow::ColumnOver(float x) const {
  const int size = static_cast<int>(line_.size());
  if (x <= 0 || size == 0) return 0;
  if (plain_) return std::min(static_cast<int>(x / cell_), size);
  if (x >= xs_.back()) return size;
  // The last byte that does not begin behind x, then the first byte of its character.
  const auto after = std::upper_bound(xs_.begin(), xs_.end(), x);
  return static_cast<int>(std::lower_bound(xs_.begin(), after, *(after - 1)) - xs_.begin());
}

int CodeRow::ColumnAt(float x) const {
  const int size = static_cast<int>(line_.size());
  const int over = ColumnOver(x);
  if (over >= size) return size;
  int next = over + 1;
  while (!plain_ && next < size && XOf(next) == XOf(over)) ++next;
  return x - XOf(over) > XOf(next) - x ? next : over;
}

}  // namespace app
