// Arithmetic with + - * / ** and parentheses over a list of numbers and operators.
// Any thread.
#pragma once

#include <optional>
#include <vector>

namespace evaluators {

struct ArithmeticToken {
  char kind = 'n';  // 'n' number, '^' power, else the operator or parenthesis itself
  double value = 0;
};

struct ArithmeticResult {
  double value = 0;
  std::size_t used = 0;  // tokens; fewer than given where something senseless follows
};

// The value of the longest expression at the front; nothing when there is none, or when it has no
// finite value. Power binds before the sign on its left and from right to left, as in Python.
std::optional<ArithmeticResult> EvaluateTokens(const std::vector<ArithmeticToken>& tokens);

}  // namespace evaluators
