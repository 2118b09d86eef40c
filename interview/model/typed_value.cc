// Types of JSON values.
#include "interview/model/typed_value.h"

#include <cstdint>

namespace interview {

bool IsWholeText(const Json& value) {
  if (!value.is_string()) return false;
  const std::string& text = value.get_ref<const std::string&>();
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  return text.size() > first + 15 &&
         text.find_first_not_of("0123456789", first) == std::string::npos;
}

namespace {

Status WrongType(const Type& type, const Json& value, const std::string& where) {
  std::string shown = DumpJson(value);
  if (shown.size() > 60) shown = shown.substr(0, 60) + "…";
  return Fail(ErrorCode::kInvalid,
              where + " must be of type " + ToString(type) + ", but is " + shown + "; change it.");
}

Status CheckItems(const Type& type, const Json& value, const std::string& where, bool may_be_null) {
  if (!value.is_array()) return WrongType(type, value, where);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (may_be_null && value[i].is_null() && i > 0) continue;
    Status item = CheckValue(type.of[0], value[i], where + "[" + std::to_string(i) + "]");
    if (!item) return item;
  }
  return {};
}

Status CheckGraph(const Json& value, const std::string& where) {
  const Type rows{Type::Kind::kList, {Type{Type::Kind::kList, {Type{Type::Kind::kInt, {}}}}}};
  Status is_rows = CheckValue(rows, value, where);
  if (!is_rows) return is_rows;
  for (const Json& row : value) {
    for (const Json& neighbor : row) {
      if (neighbor.get<std::int64_t>() < 0 || neighbor.get<std::size_t>() >= value.size()) {
        return Fail(ErrorCode::kInvalid, where + " names node " + neighbor.dump() +
                                             ", but has only " + std::to_string(value.size()) +
                                             "; add or correct it.");
      }
    }
  }
  return {};
}

}  // namespace

Status CheckValue(const Type& type, const Json& value, const std::string& where) {
  bool is_right = false;
  switch (type.kind) {
    case Type::Kind::kInt:
      is_right = value.is_number_integer() && value >= Json(INT32_MIN) && value <= Json(INT32_MAX);
      break;
    case Type::Kind::kLong:
      is_right = value.is_number_integer() || IsWholeText(value);
      break;
    case Type::Kind::kDouble:
      is_right = value.is_number();
      break;
    case Type::Kind::kBool:
      is_right = value.is_boolean();
      break;
    case Type::Kind::kString:
      is_right = value.is_string();
      break;
    case Type::Kind::kVoid:
      is_right = value.is_null();
      break;
    case Type::Kind::kOptional:
      return value.is_null() ? Status() : CheckValue(type.of[0], value, where);
    case Type::Kind::kList:
    case Type::Kind::kLinkedList:
      return CheckItems(type, value, where, false);
    case Type::Kind::kTree:
      return CheckItems(type, value, where, true);
    case Type::Kind::kGraph:
      return CheckGraph(value, where);
  }
  return is_right ? Status() : WrongType(type, value, where);
}

Status CheckArguments(const std::vector<Parameter>& params, const Json& args,
                      const std::string& where) {
  if (!args.is_array() || args.size() != params.size()) {
    return Fail(ErrorCode::kInvalid,
                where + " must be a list of " + std::to_string(params.size()) +
                    " value(s), one for each parameter, for example [[1, 2], 3].");
  }
  for (std::size_t i = 0; i < params.size(); ++i) {
    Status value = CheckValue(params[i].type, args[i], where + ": " + params[i].name);
    if (!value) return value;
  }
  return {};
}

Status CheckInput(const Signature& signature, const Json& input) {
  if (!input.is_object() || !input.contains("args")) {
    return Fail(ErrorCode::kInvalid,
                "The input must be an object with \"args\", for example "
                "{\"args\": [[1, 2], 3]}.");
  }
  const Json& args = input["args"];
  if (signature.kind == Signature::Kind::kFunction) {
    return CheckArguments(signature.params, args, "\"args\"");
  }
  const Json ops = input.value("ops", Json());
  if (!ops.is_array() || !args.is_array() || ops.size() != args.size() || ops.empty() ||
      ops[0] != Json(signature.name)) {
    return Fail(ErrorCode::kInvalid, "The input needs \"ops\" that begin with \"" + signature.name +
                                         "\" and \"args\" of the same length, one list for each.");
  }
  for (std::size_t i = 0; i < ops.size(); ++i) {
    const std::vector<Parameter>* params = i == 0 ? &signature.params : nullptr;
    for (const Method& method : signature.methods) {
      if (i > 0 && ops[i] == Json(method.name)) params = &method.params;
    }
    if (params == nullptr) {
      return Fail(ErrorCode::kInvalid, "\"ops\"[" + std::to_string(i) + "] is " + ops[i].dump() +
                                           ", which is no method of " + signature.name + ".");
    }
    Status checked = CheckArguments(*params, args[i], "\"args\"[" + std::to_string(i) + "]");
    if (!checked) return checked;
  }
  return {};
}

}  // namespace interview
