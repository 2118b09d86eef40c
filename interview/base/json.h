// JSON for the whole house: the one place that names the library. Objects keep the order of their
// keys. Any thread. Parsing never throws past this file; typed access to untrusted input goes
// through JsonReader.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/base/result.h"

namespace interview {

using Json = nlohmann::ordered_json;

// Parses UTF-8 text; `where` names the source in the error ("rubrics/coding/x/question.json").
// Fails with kInvalid on broken JSON, bad UTF-8 or more than `max_depth` levels of nesting. What we
// wrote ourselves may be deeper than what came in, by the levels around it.
inline constexpr int kMaxJsonDepth = 200;
Result<Json> ParseJson(std::string_view text, std::string_view where,
                       int max_depth = kMaxJsonDepth);

// Compact when indent < 0. Invalid UTF-8 in strings is replaced, never an exception.
std::string DumpJson(const Json& json, int indent = -1);

// Reads the fields of one object and collects every complaint: wrong type, missing key, unknown
// key. The path of each complaint is "<where>: <field>", and its text names the remedy.
//
//   JsonReader reader(json, "palette.json");
//   std::string id = reader.String("id");
//   if (Status s = reader.Finish(); !s) return Forward(s);
class JsonReader {
 public:
  JsonReader(const Json& object, std::string where);

  // A required field; an empty value and a complaint when it is missing or of another type.
  std::string String(std::string_view key);
  double Number(std::string_view key);
  int Int(std::string_view key);
  bool Bool(std::string_view key);
  std::vector<std::string> Strings(std::string_view key);
  const Json& Object(std::string_view key);
  const Json& Array(std::string_view key);
  const Json& Any(std::string_view key);

  // An optional field with its default.
  std::string StringOr(std::string_view key, std::string fallback = {});
  double NumberOr(std::string_view key, double fallback);
  int IntOr(std::string_view key, int fallback);
  bool BoolOr(std::string_view key, bool fallback);
  std::vector<std::string> StringsOr(std::string_view key);
  const Json& ObjectOr(std::string_view key);  // an empty object when absent
  const Json& ArrayOr(std::string_view key);   // an empty array when absent
  bool Has(std::string_view key);              // also marks the key as known

  // Adds a complaint about a field of this object.
  void Complain(std::string_view key, std::string message);
  // Adds the complaints of a nested reader.
  void Absorb(const JsonReader& nested);

  // "<where>: <key>" for nested readers.
  std::string Path(std::string_view key) const;
  // Complains about keys nobody asked for and returns all complaints so far.
  const std::vector<std::string>& Complaints();
  // Complaints() as a Status: kInvalid with all of them, one a line.
  Status Finish();

 private:
  const Json* Find(std::string_view key);
  const Json* Require(std::string_view key, bool (*is)(const Json&), std::string_view expected);
  const Json* Optional(std::string_view key, bool (*is)(const Json&), std::string_view expected);
  std::vector<std::string> ReadStrings(const Json* array, std::string_view key);

  const Json& object_;
  std::string where_;
  std::vector<std::string> known_;
  std::vector<std::string> complaints_;
  bool unknown_checked_ = false;
};

}  // namespace interview
