// Where the characters of a line of code stand, and which of them would deceive the eye. Tabs go to
// the next stop; characters that change the direction of the text, take no room or look like a
// space without being one are shown as a box with their number. UI thread only; lives for one
// frame.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/theme.h"

namespace app {

// The character at the front of `text`, which is not empty; bytes that are no UTF-8 come one by one
// as U+DC80 to U+DCFF.
char32_t FirstCharacter(std::string_view text, int* bytes);

// Control, bidirectional and zero-width characters, and the spaces that are not U+0020.
bool IsDeceptive(char32_t character);

// What is written into the box: "U+202E", "0xFF" for a stray byte.
std::string BoxedName(char32_t character);

// One line, measured.
class CodeRow {
 public:
  CodeRow(std::string_view line, const Font& font, float cell, int tab_width);

  float XOf(int column) const {
    return plain_ ? cell_ * static_cast<float>(column) : xs_[static_cast<std::size_t>(column)];
  }
  float width() const { return XOf(static_cast<int>(line_.size())); }
  // The position between characters that is closest to `x`.
  int ColumnAt(float x) const;
  // The character that covers `x`: where it begins.
  int ColumnOver(float x) const;
  bool plain() const { return plain_; }  // every byte is a visible ASCII character or a space
  std::string_view line() const { return line_; }

 private:
  std::string_view line_;
  float cell_ = 0;
  bool plain_ = true;
  std::vector<float> xs_;  // by byte, and one behind the last; empty for a plain line
};

}  // namespace app
