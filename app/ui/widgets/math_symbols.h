// The names of mathematics: what a LaTeX command or a character of a formula stands for.
// Any thread; constant tables.
#pragma once

#include <cstdint>
#include <string_view>

namespace app {

// How a symbol behaves among its neighbours: it decides the space around it.
enum class MathAtom : std::uint8_t {
  kOrdinary,
  kOperator,  // a sum, "log"
  kBinary,
  kRelation,
  kOpen,
  kClose,
  kPunctuation
};

struct MathSymbol {
  std::string_view name;  // without the backslash
  std::string_view text;  // UTF-8, of the Basic Multilingual Plane
  MathAtom atom = MathAtom::kOrdinary;
};

// By its command ("alpha"), or by the character itself ("≤"); null for one that is not known.
const MathSymbol* FindMathSymbol(std::string_view name);
const MathSymbol* FindMathCharacter(std::string_view text);

// Operators that are drawn larger and take limits: "∑", "∫".
bool IsLargeOperator(std::string_view text);

struct MathFunction {
  std::string_view name;
  std::string_view text;  // "arg max"
  bool limits = false;    // what stands beneath it in a display: "max"
};
const MathFunction* FindMathFunction(std::string_view name);

// The raised or lowered form of one character, empty where Unicode has none.
std::string_view Superscript(std::string_view character);
std::string_view Subscript(std::string_view character);

// A letter of the calligraphic or the double-struck alphabet; empty where the plane has none.
std::string_view ScriptLetter(char letter);
std::string_view DoubleStruckLetter(char letter);

}  // namespace app
