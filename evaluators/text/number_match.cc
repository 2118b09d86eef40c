// Tries every number of the answer, and every quotient of two.
#include "evaluators/text/number_match.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace evaluators {
namespace {

constexpr std::array<std::string_view, 20> kUnits = {
    "ms", "s",  "sec", "seconds", "minutes", "hours", "days", "qps", "rps",     "kb",
    "mb", "gb", "tb",  "pb",      "kib",     "mib",   "gib",  "tib", "dollars", "tokens"};

struct Candidate {
  double value = 0;
  bool percent = false;
  std::size_t last = 0;  // token
};

std::optional<double> ValueOf(const Token& token) {
  if (token.kind == Token::Kind::kNumber) return token.value;
  // Numerals have digits for stems.
  if (token.kind == Token::Kind::kWord && !token.stem.empty() && token.stem != token.text &&
      token.stem.find_first_not_of("0123456789") == std::string::npos) {
    return std::stod(token.stem);
  }
  return std::nullopt;
}

// The numbers that begin at token `i`: itself, and its quotient by the number behind "/" or "in".
std::vector<Candidate> CandidatesAt(const std::vector<Token>& tokens, std::size_t i) {
  std::vector<Candidate> candidates;
  const auto value = ValueOf(tokens[i]);
  if (!value) return candidates;
  candidates.push_back({*value, tokens[i].percent, i});
  if (i + 2 < tokens.size() && (tokens[i + 1].text == "/" || tokens[i + 1].text == "in")) {
    const auto divisor = ValueOf(tokens[i + 2]);
    if (divisor && *divisor != 0) candidates.push_back({*value / *divisor, false, i + 2});
  }
  return candidates;
}

bool HasOtherUnit(const std::vector<Token>& tokens, std::size_t last, std::string unit) {
  if (unit.empty() || unit == "%" || last + 1 >= tokens.size()) return false;
  std::transform(unit.begin(), unit.end(), unit.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string& next = tokens[last + 1].text;
  return next != unit && std::find(kUnits.begin(), kUnits.end(), next) != kUnits.end();
}

bool IsWithin(const interview::NumberExpectation& expected, const Candidate& candidate) {
  const double slack = expected.tolerance + 1e-9 * std::max(1.0, std::abs(expected.value));
  const auto close = [&](double value) { return std::abs(value - expected.value) <= slack; };
  if (close(candidate.value)) return true;
  return candidate.percent && expected.unit == "%" && close(candidate.value * 100);
}

}  // namespace

std::optional<TextMatch> FindNumber(const interview::NumberExpectation& expected,
                                    const AnswerText& answer) {
  const std::vector<Token>& tokens = answer.tokens();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (answer.unpaid(i) || answer.negated(i)) continue;
    for (const Candidate& candidate : CandidatesAt(tokens, i)) {
      if (!IsWithin(expected, candidate) || HasOtherUnit(tokens, candidate.last, expected.unit))
        continue;
      return TextMatch{tokens[i].begin, tokens[candidate.last].end, tokens[i].sentence, {}};
    }
  }
  return std::nullopt;
}

}  // namespace evaluators
