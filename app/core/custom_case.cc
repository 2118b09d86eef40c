// From texts to the input of a run, and back.
#include "app/core/custom_case.h"

#include <algorithm>
#include <optional>

#include "interview/model/typed_value.h"
#include "interview/model/value_text.h"

namespace app {
namespace {

using interview::ErrorCode;
using interview::Fail;
using interview::Forward;
using interview::Json;
using interview::Parameter;
using interview::Result;
using interview::Signature;
using interview::Type;

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string ExampleOf(const Type& type) {
  switch (type.kind) {
    case Type::Kind::kInt:
    case Type::Kind::kLong:
      return "3";
    case Type::Kind::kDouble:
      return "0.5";
    case Type::Kind::kBool:
      return "true";
    case Type::Kind::kString:
      return "\"abc\"";
    case Type::Kind::kTree:
      return "[1, 2, null, 3]";
    case Type::Kind::kGraph:
      return "[[1], [0, 2], [1]]";
    case Type::Kind::kOptional:
    case Type::Kind::kVoid:
      return "null";
    case Type::Kind::kList:
    case Type::Kind::kLinkedList: {
      if (type.of.empty() || type.of[0].kind == Type::Kind::kInt) return "[3, 1, 2]";
      const std::string one = ExampleOf(type.of[0]);
      return "[" + one + ", " + one + "]";
    }
  }
  return "3";
}

// " 2 to 20,000 long", " at least 0", of what the signature declares; may be empty.
std::string RangeText(const Json& constraints, const char* low, const char* high,
                      const char* unit) {
  const auto number = [&](const char* key) -> std::optional<std::string> {
    if (!constraints.is_object() || !constraints.contains(key)) return std::nullopt;
    const Json& value = constraints[key];
    if (!value.is_number_integer()) return interview::DumpJson(value);
    const auto whole = value.get<std::int64_t>();
    const std::uint64_t size =
        whole < 0 ? 0 - static_cast<std::uint64_t>(whole) : static_cast<std::uint64_t>(whole);
    return (whole < 0 ? "-" : "") + interview::WithThousands(size);
  };
  const std::optional<std::string> from = number(low), to = number(high);
  if (from && to) return ", " + *from + " to " + *to + unit;
  if (from) return ", at least " + *from + unit;
  if (to) return ", at most " + *to + unit;
  return {};
}

// How Python spells what JSON spells otherwise.
std::string_view PythonHint(std::string_view text) {
  for (const std::string_view word : {"True", "False", "None"}) {
    if (text.find(word) != std::string_view::npos) return " Write true, false and null.";
  }
  if (text.find('\'') != std::string_view::npos) return " Texts stand in double quotes.";
  return {};
}

std::string AsExample(const Type& type) {
  return "write " + ToString(type) + ", for example " + ExampleOf(type) + ".";
}

}  // namespace

std::vector<CaseField> CaseFields(const Signature& signature) {
  if (signature.kind == Signature::Kind::kClass) {
    return {{"Calls", "one call a line: " + signature.name + "(…), then its methods"}};
  }
  std::vector<CaseField> fields;
  for (const Parameter& parameter : signature.params) {
    fields.push_back(
        {parameter.name, ToString(parameter.type) +
                             RangeText(parameter.constraints, "min_len", "max_len", " long") +
                             RangeText(parameter.constraints, "min", "max", "") + ", for example " +
                             ExampleOf(parameter.type)});
  }
  return fields;
}

Result<Json> ReadArgument(const Parameter& parameter, std::string_view text) {
  text = Trimmed(text);
  const Type& type = parameter.type;
  if (type.kind == Type::Kind::kString && !text.starts_with('"')) {
    return Json(std::string(text));
  }
  if (text.empty()) {
    return Fail(ErrorCode::kInvalid, parameter.name + " is empty; " + AsExample(type));
  }
  const Result<Json> value = interview::ParseJson(text, parameter.name);
  if (!value) {
    return Fail(ErrorCode::kInvalid, parameter.name + " cannot be read as it stands; " +
                                         AsExample(type) + std::string(PythonHint(text)));
  }
  const interview::Status fits = interview::CheckValue(type, *value, parameter.name);
  if (!fits) return Forward(fits);
  return *value;
}

Result<Json> ReadCalls(const Signature& signature, std::string_view text) {
  Json ops = Json::array(), args = Json::array();
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = Trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
    ++number;
    if (line.empty()) continue;
    const std::string where = "Line " + std::to_string(number);
    const std::size_t open = line.find('(');
    if (open == std::string_view::npos || !line.ends_with(')')) {
      return Fail(
          ErrorCode::kInvalid,
          where + " is no call; write a name and its arguments, as in " + signature.name + "(…).");
    }
    const std::string inside(line.substr(open + 1, line.size() - open - 2));
    const Result<Json> values = interview::ParseJson("[" + inside + "]", where);
    if (!values) {
      return Fail(ErrorCode::kInvalid, where +
                                           ": the arguments cannot be read; write them as JSON, "
                                           "separated by commas." +
                                           std::string(PythonHint(inside)));
    }
    const std::string name(Trimmed(line.substr(0, open)));
    const std::vector<Parameter>* params = ops.empty() ? &signature.params : nullptr;
    for (const interview::Method& method : signature.methods) {
      if (!ops.empty() && method.name == name) params = &method.params;
    }
    if (params == nullptr || (ops.empty() && name != signature.name)) {
      return Fail(ErrorCode::kInvalid,
                  ops.empty() ? where + " must make the object first: " + signature.name + "(…)."
                              : where + ": " + signature.name + " has no method \"" + name + "\".");
    }
    const interview::Status fits = interview::CheckArguments(*params, *values, where);
    if (!fits) return Forward(fits);
    ops.push_back(name);
    args.push_back(*values);
  }
  if (ops.empty()) {
    return Fail(ErrorCode::kInvalid,
                "There are no calls yet; begin with " + signature.name + "(…), a call a line.");
  }
  return Json{{"ops", std::move(ops)}, {"args", std::move(args)}};
}

std::vector<std::string> CaseTexts(const Signature& signature, const Json& input) {
  std::vector<std::string> texts;
  const Json args = input.is_object() ? input.value("args", Json::array()) : Json::array();
  if (signature.kind == Signature::Kind::kFunction) {
    for (const Json& value : args) texts.push_back(interview::DumpJson(value));
    texts.resize(signature.params.size());
    return texts;
  }
  const Json ops = input.is_object() ? input.value("ops", Json::array()) : Json::array();
  std::string calls;
  for (std::size_t i = 0; i < std::min(ops.size(), args.size()); ++i) {
    const std::string list = interview::DumpJson(args[i]);
    calls += (i == 0 ? "" : "\n") + ops[i].get<std::string>() + "(" +
             (list.size() > 2 ? list.substr(1, list.size() - 2) : "") + ")";
  }
  return {calls};
}

}  // namespace app
