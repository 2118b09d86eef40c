// Two texts set against each other line by line, side by side. Any thread; pure.
#pragma once

#include <string_view>
#include <vector>

namespace app {

// A row of the comparison: a line of each side, or of one alone. Lines have no line break.
struct DiffRow {
  enum class Kind {
    kSame,
    kChanged,  // the lines stand in one another's place
    kLeft,     // only the left side has it
    kRight,
  } kind = Kind::kSame;
  std::string_view left, right;
  int left_line = 0, right_line = 0;  // from 1; 0: none
};

// The longest common subsequence of lines stays together (Wagner and Fischer, 1974); spaces at the
// ends of lines do not count. Texts whose lines multiply to more than four million after equal ends
// are taken off stand beside each other as one change. The rows view into both texts.
std::vector<DiffRow> DiffLines(std::string_view left, std::string_view right);

}  // namespace app
