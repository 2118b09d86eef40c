// How much the code editor helps while one types. Chosen for a round and told to the transcript.
// Any thread; plain values.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace interview {

enum class AssistLevel {
  kWhiteboard,  // no colours, no indenting, no completion: as on a whiteboard
  kPlain,       // colours and indenting, as in a plain editor
  kIde,         // completion and diagnostics besides
};
inline constexpr std::array kAssistLevels = {AssistLevel::kWhiteboard, AssistLevel::kPlain,
                                             AssistLevel::kIde};

inline std::string_view ToString(AssistLevel level) {
  constexpr std::array<std::string_view, 3> kNames = {"whiteboard", "plain", "ide"};
  return kNames[static_cast<std::size_t>(level)];
}

// As people read it: "IDE".
inline std::string_view DisplayName(AssistLevel level) {
  constexpr std::array<std::string_view, 3> kNames = {"Whiteboard", "Plain", "IDE"};
  return kNames[static_cast<std::size_t>(level)];
}

inline std::optional<AssistLevel> ParseAssistLevel(std::string_view name) {
  for (const AssistLevel level : kAssistLevels) {
    if (ToString(level) == name) return level;
  }
  return std::nullopt;
}

}  // namespace interview
