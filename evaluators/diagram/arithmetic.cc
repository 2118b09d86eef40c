// Recursive descent with a bounded depth.
#include "evaluators/diagram/arithmetic.h"

#include <cmath>

namespace evaluators {
namespace {

constexpr int kDeepest = 64;

class Parser {
 public:
  explicit Parser(const std::vector<ArithmeticToken>& tokens) : tokens_(tokens) {}

  std::optional<ArithmeticResult> Run() {
    const auto value = Sum(0);
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return ArithmeticResult{*value, at_};
  }

 private:
  char Peek() const { return at_ < tokens_.size() ? tokens_[at_].kind : '\0'; }

  // An operator whose right side makes no sense is left unread, with everything behind it.
  template <class Operand, class Apply>
  std::optional<double> Chain(char first, char second, Operand operand, Apply apply) {
    std::optional<double> left = operand();
    while (left && (Peek() == first || Peek() == second)) {
      const std::size_t before = at_;
      const char op = tokens_[at_++].kind;
      const std::optional<double> right = operand();
      if (!right) {
        at_ = before;
        return left;
      }
      left = apply(op, *left, *right);
    }
    return left;
  }

  std::optional<double> Sum(int depth) {
    return Chain(
        '+', '-', [&] { return Product(depth); },
        [](char op, double a, double b) { return op == '+' ? a + b : a - b; });
  }

  std::optional<double> Product(int depth) {
    return Chain(
        '*', '/', [&] { return Signed(depth); },
        [](char op, double a, double b) { return op == '*' ? a * b : a / b; });
  }

  std::optional<double> Signed(int depth) {
    if (depth > kDeepest) return std::nullopt;
    if (Peek() != '-' && Peek() != '+') return Power(depth);
    const bool negative = tokens_[at_++].kind == '-';
    const std::optional<double> value = Signed(depth + 1);
    if (!value) return std::nullopt;
    return negative ? -*value : *value;
  }

  std::optional<double> Power(int depth) {
    const std::optional<double> base = Atom(depth);
    if (!base || Peek() != '^') return base;
    const std::size_t before = at_++;
    const std::optional<double> exponent = Signed(depth + 1);
    if (!exponent) {
      at_ = before;
      return base;
    }
    return std::pow(*base, *exponent);
  }

  std::optional<double> Atom(int depth) {
    if (Peek() == 'n') return tokens_[at_++].value;
    if (Peek() != '(' || depth > kDeepest) return std::nullopt;
    const std::size_t before = at_++;
    const std::optional<double> value = Sum(depth + 1);
    if (!value || Peek() != ')') {
      at_ = before;
      return std::nullopt;
    }
    ++at_;
    return value;
  }

  const std::vector<ArithmeticToken>& tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<ArithmeticResult> EvaluateTokens(const std::vector<ArithmeticToken>& tokens) {
  return Parser(tokens).Run();
}

}  // namespace evaluators
