// A strict reader for formulas of the bank; credit by distance.
#include "evaluators/diagram/estimate_check.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include "evaluators/diagram/arithmetic.h"
#include "evaluators/diagram/estimate_reader.h"
#include "evaluators/text/number.h"

namespace evaluators {
namespace {

using interview::Criterion;
using interview::CriterionState;
using interview::Estimate;
using interview::Evaluation;

constexpr double kWideTolerance = 40;  // percent; from here on a factor of kWideFactor earns half
constexpr double kWideFactor = 3;

std::string Shown(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4g", value);
  return buffer;
}

std::string Shown(const EstimateReading& reading) {
  return reading.low == reading.high ? Shown(reading.low)
                                     : Shown(reading.low) + " to " + Shown(reading.high);
}

// Both ends of a range must be right: a range that holds everything says nothing.
double CreditOf(const Estimate& estimate, const EstimateReading& reading) {
  if (reading.other_unit) return 0;
  return std::min(EstimateCredit(estimate, reading.low), EstimateCredit(estimate, reading.high));
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
    criterion.advice = "Write the calculation down with its unit, even a rough one.";
    return criterion;
  }
  criterion.span = interview::Span{"estimates/" + estimate.id, typed, 0, typed.size()};
  auto reading = ReadEstimate(typed, estimate.unit);
  if (!reading) {
    criterion.reason = "No number in it; expected " + expected + ".";
    criterion.advice = "Put numbers into the calculation, and give the result with its unit.";
    return criterion;
  }
  criterion.credit = CreditOf(estimate, *reading);
  // "64 * 4B" may mean bytes.
  const auto in_bytes = ReadEstimate(typed, estimate.unit, LetterB::kBytes);
  if (in_bytes && CreditOf(estimate, *in_bytes) > criterion.credit) {
    reading = in_bytes;
    criterion.credit = CreditOf(estimate, *reading);
  }
  criterion.state = criterion.credit >= 1  ? CriterionState::kEarned
                    : criterion.credit > 0 ? CriterionState::kPartly
                                           : CriterionState::kContradicted;
  const std::string_view verdict = reading->other_unit     ? " is in another unit: "
                                   : criterion.credit >= 1 ? " is right: "
                                   : criterion.credit > 0  ? " is near: "
                                                           : " is off: ";
  criterion.reason = Shown(*reading) + std::string(verdict) + expected + ".";
  if (criterion.credit < 1) {
    criterion.advice = reading->other_unit ? "Convert the result to " + estimate.unit + "."
                       : criterion.credit > 0
                           ? "Round less on the way."
                           : "Go through the factors and the powers of ten again.";
  }
  if (const auto work = ContradictingWork(typed, estimate.unit)) {
    criterion.reason += " Your calculation gives " + Shown(*work) + ".";
  }
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
