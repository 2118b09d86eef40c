// The wrapper of nlohmann_json: its exceptions end here.
#include "interview/base/json.h"

#include <algorithm>
#include <cstdint>

namespace interview {
namespace {

bool IsString(const Json& j) { return j.is_string(); }
bool IsNumber(const Json& j) { return j.is_number(); }
// A whole number that an int holds.
bool IsInt(const Json& j) {
  if (!j.is_number_integer()) return false;
  const bool beyond = j.is_number_unsigned() && j.get<std::uint64_t>() > INT32_MAX;
  return !beyond && j.get<std::int64_t>() >= INT32_MIN && j.get<std::int64_t>() <= INT32_MAX;
}
bool IsBool(const Json& j) { return j.is_boolean(); }
bool IsObject(const Json& j) { return j.is_object(); }
bool IsArray(const Json& j) { return j.is_array(); }
bool IsAny(const Json&) { return true; }

const Json& EmptyObject() {
  static const Json empty = Json::object();
  return empty;
}
const Json& EmptyArray() {
  static const Json empty = Json::array();
  return empty;
}

}  // namespace

Result<Json> ParseJson(std::string_view text, std::string_view where, int max_depth) {
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t event, Json&) {
    const bool opens =
        event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    if (opens && depth >= max_depth) too_deep = true;
    return !too_deep;
  };
  try {
    Json parsed = Json::parse(text, guard);
    if (!too_deep) return parsed;
  } catch (const Json::exception& e) {
    if (!too_deep) {
      return Fail(ErrorCode::kInvalid,
                  std::string(where) + ": not valid JSON; mend the text at the place named here (" +
                      e.what() + ").");
    }
  }
  return Fail(ErrorCode::kInvalid, std::string(where) + ": nested deeper than " +
                                       std::to_string(max_depth) +
                                       " levels; flatten the structure.");
}

std::string DumpJson(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

JsonReader::JsonReader(const Json& object, std::string where)
    : object_(object.is_object() ? object : EmptyObject()), where_(std::move(where)) {
  if (!object.is_object()) complaints_.push_back(where_ + ": must be an object {…}.");
}

const Json* JsonReader::Find(std::string_view key) {
  known_.emplace_back(key);
  const auto it = object_.find(std::string(key));
  return it == object_.end() ? nullptr : &*it;
}

const Json* JsonReader::Require(std::string_view key, bool (*is)(const Json&),
                                std::string_view expected) {
  const Json* found = Find(key);
  if (found == nullptr) {
    Complain(key, "missing; add it as " + std::string(expected) + ".");
  } else if (!is(*found)) {
    Complain(key, "must be " + std::string(expected) + ", but is " + found->type_name() + ".");
    found = nullptr;
  }
  return found;
}

const Json* JsonReader::Optional(std::string_view key, bool (*is)(const Json&),
                                 std::string_view expected) {
  const Json* found = Find(key);
  if (found != nullptr && !is(*found)) {
    Complain(key, "must be " + std::string(expected) + ", but is " + found->type_name() + ".");
    found = nullptr;
  }
  return found;
}

std::string JsonReader::String(std::string_view key) {
  const Json* found = Require(key, IsString, "a string");
  return found ? found->get<std::string>() : std::string();
}

double JsonReader::Number(std::string_view key) {
  const Json* found = Require(key, IsNumber, "a number");
  return found ? found->get<double>() : 0.0;
}

int JsonReader::Int(std::string_view key) {
  const Json* found = Require(key, IsInt, "a whole number");
  return found ? found->get<int>() : 0;
}

bool JsonReader::Bool(std::string_view key) {
  const Json* found = Require(key, IsBool, "true or false");
  return found && found->get<bool>();
}

std::vector<std::string> JsonReader::ReadStrings(const Json* array, std::string_view key) {
  std::vector<std::string> out;
  if (array == nullptr) return out;
  for (const Json& item : *array) {
    if (item.is_string()) {
      out.push_back(item.get<std::string>());
    } else {
      Complain(key, "must hold strings only, but holds a " + std::string(item.type_name()) + ".");
    }
  }
  return out;
}

std::vector<std::string> JsonReader::Strings(std::string_view key) {
  return ReadStrings(Require(key, IsArray, "a list of strings"), key);
}

std::vector<std::string> JsonReader::StringsOr(std::string_view key) {
  return ReadStrings(Optional(key, IsArray, "a list of strings"), key);
}

const Json& JsonReader::Object(std::string_view key) {
  const Json* found = Require(key, IsObject, "an object {…}");
  return found ? *found : EmptyObject();
}

const Json& JsonReader::Array(std::string_view key) {
  const Json* found = Require(key, IsArray, "a list […]");
  return found ? *found : EmptyArray();
}

const Json& JsonReader::Any(std::string_view key) {
  const Json* found = Require(key, IsAny, "a value");
  return found ? *found : EmptyObject();
}

std::string JsonReader::StringOr(std::string_view key, std::string fallback) {
  const Json* found = Optional(key, IsString, "a string");
  return found ? found->get<std::string>() : std::move(fallback);
}

double JsonReader::NumberOr(std::string_view key, double fallback) {
  const Json* found = Optional(key, IsNumber, "a number");
  return found ? found->get<double>() : fallback;
}

int JsonReader::IntOr(std::string_view key, int fallback) {
  const Json* found = Optional(key, IsInt, "a whole number");
  return found ? found->get<int>() : fallback;
}

bool JsonReader::BoolOr(std::string_view key, bool fallback) {
  const Json* found = Optional(key, IsBool, "true or false");
  return found ? found->get<bool>() : fallback;
}

const Json& JsonReader::ObjectOr(std::string_view key) {
  const Json* found = Optional(key, IsObject, "an object {…}");
  return found ? *found : EmptyObject();
}

const Json& JsonReader::ArrayOr(std::string_view key) {
  const Json* found = Optional(key, IsArray, "a list […]");
  return found ? *found : EmptyArray();
}

bool JsonReader::Has(std::string_view key) { return Find(key) != nullptr; }

void JsonReader::Complain(std::string_view key, std::string message) {
  complaints_.push_back(Path(key) + ": " + std::move(message));
}

void JsonReader::Absorb(const JsonReader& nested) {
  complaints_.insert(complaints_.end(), nested.complaints_.begin(), nested.complaints_.end());
}

std::string JsonReader::Path(std::string_view key) const {
  return where_ + ": " + std::string(key);
}

const std::vector<std::string>& JsonReader::Complaints() {
  if (!unknown_checked_) {
    unknown_checked_ = true;
    for (const auto& [key, value] : object_.items()) {
      if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
        Complain(key, "unknown key; remove it or correct its spelling.");
      }
    }
  }
  return complaints_;
}

Status JsonReader::Finish() {
  const std::vector<std::string>& all = Complaints();
  if (all.empty()) return {};
  std::string message;
  for (const std::string& one : all) message += (message.empty() ? "" : "\n") + one;
  return Fail(ErrorCode::kInvalid, message);
}

}  // namespace interview
