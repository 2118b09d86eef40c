// Reading of the candidate's own test cases.
#include "interview/session/own_tests.h"

#include "interview/session/blank.h"

namespace interview {
namespace {

bool IsCase(const Json& json) {
  if (!json.is_object()) return false;
  const bool input = json.contains("args") || json.contains("ops");
  return input && (json.contains("expected") || json.contains("expected_args"));
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

void AddCase(const Json& json, const std::string& where, OwnTests* out) {
  if (IsCase(json)) {
    out->tests.push_back(json);
  } else if (out->problem.empty()) {
    out->problem = where + " is no test; write it as {\"args\": […], \"expected\": …}.";
  }
}

}  // namespace

OwnTests ParseOwnTests(std::string_view text) {
  OwnTests out;
  text = Trim(text);
  if (!text.empty() && text.front() == '[') {
    const Result<Json> list = ParseJson(text, "Your tests");
    if (!list) {
      out.problem = "Your tests are not one JSON list yet; close it, or write one test a line.";
      return out;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
      AddCase((*list)[i], "Entry " + std::to_string(i + 1), &out);
    }
    return out;
  }
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = Trim(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.empty() || line.front() == '#' || line.substr(0, 2) == "//") continue;
    const std::string where = "Line " + std::to_string(number);
    const Result<Json> json = ParseJson(line, where);
    AddCase(json ? *json : Json(), where, &out);
  }
  return out;
}

}  // namespace interview
