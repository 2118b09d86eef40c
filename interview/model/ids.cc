// Names of round kinds and languages.
#include "interview/model/ids.h"

namespace interview {

std::string_view ToString(RoundKind kind) {
  switch (kind) {
    case RoundKind::kCoding:
      return "coding";
    case RoundKind::kMlCoding:
      return "ml_coding";
    case RoundKind::kConcepts:
      return "concepts";
    case RoundKind::kSystemDesign:
      return "system_design";
  }
  return "";
}

std::string_view DisplayName(RoundKind kind) {
  switch (kind) {
    case RoundKind::kCoding:
      return "Coding";
    case RoundKind::kMlCoding:
      return "ML coding";
    case RoundKind::kConcepts:
      return "ML concepts";
    case RoundKind::kSystemDesign:
      return "System design";
  }
  return "";
}

std::optional<RoundKind> ParseRoundKind(std::string_view name) {
  for (const RoundKind kind : kRoundKinds) {
    if (ToString(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string_view ToString(Language language) {
  switch (language) {
    case Language::kPython:
      return "python";
    case Language::kCpp:
      return "cpp";
    case Language::kJavascript:
      return "javascript";
  }
  return "";
}

std::string_view DisplayName(Language language) {
  switch (language) {
    case Language::kPython:
      return "Python 3";
    case Language::kCpp:
      return "C++20";
    case Language::kJavascript:
      return "JavaScript";
  }
  return "";
}

std::optional<Language> ParseLanguage(std::string_view name) {
  for (const Language language : {Language::kPython, Language::kCpp, Language::kJavascript}) {
    if (ToString(language) == name) return language;
  }
  return std::nullopt;
}

}  // namespace interview
