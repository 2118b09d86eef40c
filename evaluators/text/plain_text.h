// UTF-8 text as lower-case ASCII characters that remember their bytes, so that everything after it
// need not know Unicode: "λ" reads as "lambda", "n²" as "n^2", "≤" as "<=", curly quotes as
// straight ones. Any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace evaluators {

struct PlainCharacter {
  char letter = ' ';  // a byte >= 0x80 for letters of other scripts
  bool upper = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<PlainCharacter> ToPlainText(std::string_view utf8);

}  // namespace evaluators
