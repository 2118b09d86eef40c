// A formula in LaTeX's notation as a tree, and as one line of plain text.
// Any thread; pure functions. Nothing is an error: a command that is not known, and a brace that is
// missing, appear as they were written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/widgets/math_symbols.h"

namespace app {

enum class MathStyle : std::uint8_t { kUpright, kItalic, kBold, kDoubleStruck };

struct MathNode {
  enum class Kind : std::uint8_t {
    kRow,        // children side by side
    kSymbol,     // `text`
    kFraction,   // numerator, denominator; `text` is "-" for a bar, empty for none
    kScripts,    // base, subscript, superscript; an empty row where there is none
    kRoot,       // radicand, and its index where there is one
    kAccent,     // `text`: "hat", "bar", "tilde", "vec", "dot", "ddot", "underline"; the base
    kFenced,     // `text` and `close` around the one child, as tall as it
    kDelimiter,  // `text`, `size` em tall
    kGrid,       // cells row by row, `columns` of them in a row
    kSpace       // `size` em wide
  };
  enum class Align : std::uint8_t { kCenter, kLeft, kPairs };  // kPairs: right, left, right, …

  Kind kind = Kind::kRow;
  MathAtom atom = MathAtom::kOrdinary;
  MathStyle style = MathStyle::kUpright;
  Align align = Align::kCenter;
  bool limits = false;  // scripts stand above and below in a display
  bool words = false;   // text, not mathematics
  int columns = 0;
  float size = 0;
  std::string text;
  std::string close;
  std::vector<MathNode> children;
};

// `source` is what stands between the dollars.
MathNode ParseMath(std::string_view source);

// "(a + b)/c", "x²", "∑_(i=1)^n xᵢ".
std::string LinearMath(const MathNode& node);

}  // namespace app
