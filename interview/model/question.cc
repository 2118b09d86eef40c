// Small lookups over a question.
#include "interview/model/question.h"

#include <array>
#include <utility>

namespace interview {
namespace {

constexpr std::array<std::pair<ComponentRole, std::string_view>, 11> kRoles = {{
    {ComponentRole::kRequest, "request"},
    {ComponentRole::kModel, "model"},
    {ComponentRole::kFeatures, "features"},
    {ComponentRole::kProcessing, "processing"},
    {ComponentRole::kLog, "log"},
    {ComponentRole::kStorage, "storage"},
    {ComponentRole::kLabels, "labels"},
    {ComponentRole::kTraining, "training"},
    {ComponentRole::kGate, "gate"},
    {ComponentRole::kRegistry, "registry"},
    {ComponentRole::kMonitor, "monitor"},
}};

}  // namespace

std::string_view ToString(Difficulty difficulty) {
  switch (difficulty) {
    case Difficulty::kEasy:
      return "easy";
    case Difficulty::kMedium:
      return "medium";
    case Difficulty::kHard:
      return "hard";
  }
  return "";
}

std::optional<Difficulty> ParseDifficulty(std::string_view name) {
  for (const Difficulty d : {Difficulty::kEasy, Difficulty::kMedium, Difficulty::kHard}) {
    if (ToString(d) == name) return d;
  }
  return std::nullopt;
}

std::string_view ToString(ComponentRole role) {
  for (const auto& [value, name] : kRoles) {
    if (value == role) return name;
  }
  return "";
}

std::optional<ComponentRole> ParseComponentRole(std::string_view name) {
  for (const auto& [value, text] : kRoles) {
    if (text == name) return value;
  }
  return std::nullopt;
}

Rubric Question::WholeRubric() const {
  Rubric whole;
  for (const RubricGroup& group : rubric) {
    whole.points.insert(whole.points.end(), group.points.begin(), group.points.end());
  }
  whole.misconceptions = misconceptions;
  return whole;
}

const FollowUp* Question::FindFollowUp(std::string_view follow_up_id) const {
  for (const FollowUp& follow_up : follow_ups) {
    if (follow_up.id == follow_up_id) return &follow_up;
  }
  return nullptr;
}

}  // namespace interview
