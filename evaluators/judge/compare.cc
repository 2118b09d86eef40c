// Equality of JSON values under the comparison modes, and types of JSON values.
#include "evaluators/judge/compare.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "interview/model/typed_value.h"

namespace evaluators {

using interview::CodingSpec;
using interview::CompareRule;
using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Result;
using interview::Signature;
using interview::Status;
using interview::Type;

namespace {

struct Tolerance {
  double rtol = 0;
  double atol = 0;
};

bool NumbersEqual(const Json& a, const Json& b, const Tolerance& tolerance) {
  if (a.is_number_integer() && b.is_number_integer()) return a == b;
  const double x = a.get<double>();
  const double y = b.get<double>();
  if (std::isnan(x) || std::isnan(y)) return false;
  return x == y || std::abs(x - y) <= tolerance.atol + tolerance.rtol * std::abs(y);
}

bool Equal(const Json& got, const Json& expected, const Tolerance& tolerance) {
  if (got.is_number() && expected.is_number()) return NumbersEqual(got, expected, tolerance);
  if (interview::IsWholeText(got) && expected.is_number_integer())
    return got == Json(expected.dump());
  if (interview::IsWholeText(expected) && got.is_number_integer())
    return expected == Json(got.dump());
  if (!got.is_array() || !expected.is_array()) return got == expected;
  return got.size() == expected.size() &&
         std::equal(got.begin(), got.end(), expected.begin(),
                    [&](const Json& a, const Json& b) { return Equal(a, b, tolerance); });
}

// One form for each value: no trailing nulls in trees, no -0, whole numbers above 2^53 as text.
Json Normalised(const Json& value, const Type& type) {
  Json out = value;
  if (value.is_array() && !type.of.empty()) {
    for (Json& item : out) item = Normalised(item, type.of[0]);
    if (type.kind == Type::Kind::kTree) {
      while (!out.empty() && out.back().is_null()) out.erase(out.size() - 1);
    }
  } else if (type.kind == Type::Kind::kOptional && !value.is_null()) {
    out = Normalised(value, type.of[0]);
  } else if (value.is_number_float() && value.get<double>() == 0) {
    out = 0.0;
  } else if (value.is_number_integer()) {
    constexpr std::int64_t kExact = std::int64_t{1} << 53;
    const auto number = value.get<std::int64_t>();
    if (number > kExact || number < -kExact) out = std::to_string(number);
  }
  return out;
}

bool UnorderedEqual(const Json& got, const Json& expected, bool rows_sorted) {
  if (!got.is_array() || !expected.is_array()) return got == expected;
  const auto items = [rows_sorted](const Json& value) {
    std::vector<std::string> texts;
    for (Json item : value) {
      if (rows_sorted && item.is_array()) std::sort(item.begin(), item.end());
      texts.push_back(interview::DumpJson(item));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
  };
  return items(got) == items(expected);
}

bool ValuesEqual(const CompareRule& rule, const Type& type, const Json& got, const Json& expected) {
  const Json left = Normalised(got, type);
  const Json right = Normalised(expected, type);
  switch (rule.mode) {
    case CompareRule::Mode::kUnordered:
      return UnorderedEqual(left, right, rule.rows_sorted);
    case CompareRule::Mode::kFloat:
    case CompareRule::Mode::kClass:
      return Equal(left, right, {rule.rtol, rule.atol});
    case CompareRule::Mode::kExact:
    case CompareRule::Mode::kInplace:
    case CompareRule::Mode::kChecker:
      break;
  }
  return Equal(left, right, {});
}

// The first `count` items of a list; all of them for a count that is none.
Json Prefix(const Json& list, const Json& count) {
  if (!list.is_array() || !count.is_number_integer() || count.get<std::int64_t>() < 0) return list;
  const auto kept = std::min<std::size_t>(list.size(), count.get<std::size_t>());
  return Json(std::vector<Json>(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(kept)));
}

bool ArgumentsEqual(const CodingSpec& spec, const TestCase& test, const CaseOutcome& outcome) {
  const auto passed = PassedParameters(spec.signature.params);
  for (const auto& [index, expected] : test.expected_args->items()) {
    const auto got = outcome.args.is_object() ? outcome.args.find(index) : outcome.args.end();
    if (!outcome.args.is_object() || got == outcome.args.end()) return false;
    const auto at = static_cast<std::size_t>(std::atoi(index.c_str()));
    if (at >= passed.size()) return false;
    Json left = *got;
    Json right = expected;
    if (spec.compare.prefix_from_return) {
      left = Prefix(left, outcome.result);
      right = Prefix(right, test.expected ? *test.expected : outcome.result);
    }
    if (!ValuesEqual(spec.compare, passed[at].type, left, right)) return false;
  }
  return true;
}

}  // namespace

bool IsRight(const CodingSpec& spec, const TestCase& test, const CaseOutcome& outcome) {
  if (outcome.verdict != interview::Verdict::kAccepted) return false;
  if (test.expected_args && !ArgumentsEqual(spec, test, outcome)) return false;
  if (spec.compare.mode == CompareRule::Mode::kChecker || !test.expected) return true;
  return ValuesEqual(spec.compare, spec.signature.returns, outcome.result, *test.expected);
}

Json ExpectedToShow(const TestCase& test) {
  if (!test.expected_args) return test.expected ? *test.expected : Json();
  if (!test.expected || test.expected->is_null()) return *test.expected_args;
  return {{"result", *test.expected}, {"args", *test.expected_args}};
}

Json GotToShow(const TestCase& test, const CaseOutcome& outcome) {
  if (!test.expected_args) return outcome.result;
  if (!test.expected || test.expected->is_null()) return outcome.args;
  return {{"result", outcome.result}, {"args", outcome.args}};
}

Result<TestCase> ReadInput(const Signature& signature, const Json& input) {
  const Status checked = interview::CheckInput(signature, input);
  if (!checked) return Forward(checked);
  TestCase test;
  test.tag = "custom";
  test.is_public = true;
  test.args = input["args"];
  if (signature.kind == Signature::Kind::kClass) test.ops = input["ops"];
  return test;
}

}  // namespace evaluators
