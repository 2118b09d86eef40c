// Names of round kinds.
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

}  // namespace interview
