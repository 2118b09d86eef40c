// The names things go by, and the four kinds of round.
// Any thread; plain values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace interview {

using QuestionId = std::string;   // kebab-case, stable for ever
using SessionId = std::string;    // "20261123-101502-4f3a": sortable, unique in a store
using DimensionId = std::string;  // "problem_solving", see rubrics/panel_rules/
using PhaseId = std::string;      // "clarify", "deep_dive", …

// Pairs an Evaluate effect with the event that brings its result. Never reused within a session.
using Ticket = std::int64_t;

enum class RoundKind { kCoding, kMlCoding, kConcepts, kSystemDesign };

inline constexpr std::array kRoundKinds = {RoundKind::kCoding, RoundKind::kMlCoding,
                                           RoundKind::kConcepts, RoundKind::kSystemDesign};

std::string_view ToString(RoundKind kind);     // "ml_coding": files, JSON, command line
std::string_view DisplayName(RoundKind kind);  // "ML coding": screens
std::optional<RoundKind> ParseRoundKind(std::string_view name);

enum class Language { kPython, kCpp, kJavascript };

// In the order in which they are offered.
inline constexpr std::array kLanguages = {Language::kPython, Language::kCpp, Language::kJavascript};

// What else there is to know about a language is in language.h.
std::string_view ToString(Language language);     // "cpp"
std::string_view DisplayName(Language language);  // "C++20"
std::optional<Language> ParseLanguage(std::string_view name);

}  // namespace interview
