// A strict reader for formulas of the bank, and a forgiving one for what people type.
#include "evaluators/diagram/estimate_check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include "evaluators/diagram/arithmetic.h"
#include "evaluators/text/number.h"

namespace evaluators {
namespace {

using interview::Criterion;
using interview::CriterionState;
using interview::Estimate;
using interview::Evaluation;

constexpr double kWideTolerance = 40;  // percent; from here on a factor of kWideFactor earns half
constexpr double kWideFactor = 3;

struct Unit {
  std::string_view name;
  char family;  // 'b' bytes, 's' seconds: only these convert into each other
  double size;
};

constexpr std::array<Unit, 27> kUnits = {{
    {"bytes", 'b', 1},
    {"byte", 'b', 1},
    {"kb", 'b', 1e3},
    {"mb", 'b', 1e6},
    {"gb", 'b', 1e9},
    {"tb", 'b', 1e12},
    {"pb", 'b', 1e15},
    {"kib", 'b', 1024},
    {"mib", 'b', 1048576},
    {"gib", 'b', 1073741824.0},
    {"tib", 'b', 1099511627776.0},
    {"us", 's', 1e-6},
    {"ms", 's', 1e-3},
    {"s", 's', 1},
    {"sec", 's', 1},
    {"second", 's', 1},
    {"seconds", 's', 1},
    {"min", 's', 60},
    {"minute", 's', 60},
    {"minutes", 's', 60},
    {"h", 's', 3600},
    {"hour", 's', 3600},
    {"hours", 's', 3600},
    {"day", 's', 86400},
    {"days", 's', 86400},
    {"week", 's', 604800},
    {"weeks", 's', 604800},
}};

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

const Unit* FindUnit(std::string_view name) {
  const std::string lower = Lower(name);
  const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&](const Unit& unit) { return unit.name == lower; });
  return found == kUnits.end() ? nullptr : &*found;
}

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Unicode signs of arithmetic as ASCII.
std::string PlainSigns(std::string_view typed) {
  std::string plain(typed);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSigns = {
      {{"×", "*"},
       {"·", "*"},
       {"÷", "/"},
       {"−", "-"},
       {"–", "-"},
       {"≈", "="},
       {"~=", "="},
       {"**", "^"}}};
  for (const auto& [sign, ascii] : kSigns) {
    for (std::size_t at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at)) {
      plain.replace(at, sign.size(), ascii);
    }
  }
  return plain;
}

// Numbers and operators of one side of an equation; words are left out.
class TypedReader {
 public:
  TypedReader(std::string_view text, const Unit* expected, std::string_view unit_name)
      : text_(text), expected_(expected), unit_name_(Lower(unit_name)) {}

  // With `as_result`, a unit of the expected family converts the number before it.
  std::vector<ArithmeticToken> Run(bool as_result) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (const auto number = ReadNumberAt(text_, at_)) {
        at_ += number->length;
        double value = number->value;
        ReadSuffix(&value, as_result);
        tokens_.push_back({'n', value});
      } else if (IsLetter(c)) {
        Word();
      } else {
        if (std::string_view("+-*/^()").find(c) != std::string_view::npos)
          tokens_.push_back({c, 0});
        ++at_;
      }
    }
    DropEmptyParentheses();
    return std::move(tokens_);
  }

 private:
  std::string_view WordAt(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && IsLetter(text_[end])) ++end;
    return text_.substr(at, end - at);
  }

  // "x" between numbers multiplies; "qps", "per", "users" say nothing; "/s" and "/day" are part of
  // a unit.
  void Word() {
    const std::string_view word = WordAt(at_);
    const bool times =
        (word == "x" || word == "X") && !tokens_.empty() && tokens_.back().kind == 'n';
    if (times) {
      tokens_.push_back({'*', 0});
    } else if (!tokens_.empty() && tokens_.back().kind == '/') {
      tokens_.pop_back();
    }
    at_ += word.size();
  }

  void ReadSuffix(double* value, bool as_result) {
    std::size_t at = at_;
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (at < text_.size() && text_[at] == '%') {
      *value /= 100;
      at_ = at + 1;
      return;
    }
    const std::string_view word = WordAt(at);
    if (word.empty()) return;
    const Unit* unit = FindUnit(word);
    if (unit != nullptr) {
      if (as_result && expected_ != nullptr && expected_->family == unit->family) {
        *value *= unit->size / expected_->size;
      }
      at_ = at + word.size();
    } else if (const auto scale = ScaleOf(word)) {
      *value *= *scale;
      at_ = at + word.size();
    } else if (!unit_name_.empty() && Lower(word.substr(1)) == unit_name_ &&
               ScaleOf(word.substr(0, 1))) {
      *value *= *ScaleOf(word.substr(0, 1));  // "12kqps"
      at_ = at + word.size();
    }
  }

  void DropEmptyParentheses() {
    for (std::size_t i = 0; i + 1 < tokens_.size();) {
      if (tokens_[i].kind == '(' && tokens_[i + 1].kind == ')') {
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(i),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 2);
        i = i > 0 ? i - 1 : 0;
      } else {
        ++i;
      }
    }
  }

  std::string_view text_;
  const Unit* expected_;
  std::string unit_name_;
  std::size_t at_ = 0;
  std::vector<ArithmeticToken> tokens_;
};

std::string Shown(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4g", value);
  return buffer;
}

Criterion Grade(const Estimate& estimate, const std::string& typed) {
  Criterion criterion;
  criterion.id = estimate.id;
  criterion.group = "estimates";
  criterion.text = estimate.text.empty() ? estimate.id : estimate.text;
  const std::string expected =
      estimate.formula + " = " + Shown(estimate.value) + " " + estimate.unit;
  if (typed.find_first_not_of(" \t\n") == std::string::npos) {
    criterion.reason = "Not estimated; expected " + expected + ".";
    return criterion;
  }
  criterion.span = interview::Span{"estimates/" + estimate.id, typed, 0, typed.size()};
  const auto value = ReadEstimate(typed, estimate.unit);
  if (!value) {
    criterion.reason = "No number in it; expected " + expected + ".";
    return criterion;
  }
  criterion.credit = EstimateCredit(estimate, *value);
  criterion.state = criterion.credit >= 1  ? CriterionState::kEarned
                    : criterion.credit > 0 ? CriterionState::kPartly
                                           : CriterionState::kContradicted;
  const std::string_view verdict = criterion.credit >= 1  ? " is right: "
                                   : criterion.credit > 0 ? " is near: "
                                                          : " is off: ";
  criterion.reason = Shown(*value) + std::string(verdict) + expected + ".";
  return criterion;
}

}  // namespace

interview::Result<double> EvaluateFormula(std::string_view formula) {
  const auto bad = [&](std::size_t at) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "The formula \"" + std::string(formula) +
                               "\" cannot be read at character " + std::to_string(at + 1) +
                               "; use numbers, + - * / ** and parentheses.");
  };
  std::vector<ArithmeticToken> tokens;
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < formula.size();) {
    if (formula[at] == ' ') {
      ++at;
      continue;
    }
    places.push_back(at);
    if (const auto number = ReadNumberAt(formula, at)) {
      tokens.push_back({'n', number->value});
      at += number->length;
    } else if (formula.substr(at, 2) == "**") {
      tokens.push_back({'^', 0});
      at += 2;
    } else if (std::string_view("+-*/()").find(formula[at]) != std::string_view::npos) {
      tokens.push_back({formula[at], 0});
      ++at;
    } else {
      return bad(at);
    }
  }
  const auto result = EvaluateTokens(tokens);
  if (!result) return bad(0);
  if (result->used < tokens.size()) return bad(places[result->used]);
  return result->value;
}

std::optional<double> ReadEstimate(std::string_view typed, std::string_view unit) {
  const std::string plain = PlainSigns(typed);
  const Unit* expected = FindUnit(unit);
  std::string_view rest = plain;
  for (bool as_result = true;; as_result = false) {
    const std::size_t equals = rest.rfind('=');
    const std::string_view side = equals == std::string_view::npos ? rest : rest.substr(equals + 1);
    if (const auto result = EvaluateTokens(TypedReader(side, expected, unit).Run(as_result))) {
      return result->value;
    }
    if (equals == std::string_view::npos) return std::nullopt;
    rest = rest.substr(0, equals);
  }
}

double EstimateCredit(const Estimate& estimate, double value) {
  if (!std::isfinite(value)) return 0;
  const double off = std::abs(value - estimate.value);
  const double tolerance = std::abs(estimate.value) * estimate.tolerance_pct / 100 * (1 + 1e-9);
  if (off <= tolerance) return 1;
  if (off <= 2 * tolerance) return 0.5;
  const bool wide = estimate.tolerance_pct >= kWideTolerance && estimate.value != 0;
  const double factor = wide ? value / estimate.value : 0;
  return factor >= 1 / kWideFactor && factor <= kWideFactor ? 0.5 : 0;
}

interview::Result<Evaluation> EstimateCheck::Evaluate(const interview::EvaluationRequest& request,
                                                      std::stop_token /*stop*/) const {
  const auto* spec = std::get_if<interview::SystemDesignSpec>(&request.question->spec);
  if (spec == nullptr) {
    return interview::Fail(interview::ErrorCode::kInvalid,
                           "Question \"" + request.question->id + "\" has no estimates to grade.");
  }
  Evaluation evaluation;
  evaluation.kind = request.kind;
  evaluation.question = request.question->id;
  double sum = 0;
  for (const Estimate& estimate : spec->estimates) {
    const auto typed = request.answer.estimates.find(estimate.id);
    evaluation.criteria.push_back(
        Grade(estimate, typed == request.answer.estimates.end() ? "" : typed->second));
    sum += evaluation.criteria.back().credit;
  }
  if (!spec->estimates.empty())
    evaluation.score = sum / static_cast<double>(spec->estimates.size());
  return evaluation;
}

}  // namespace evaluators
