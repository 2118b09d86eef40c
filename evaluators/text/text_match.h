// Looks for the alternatives of a rubric point in an answer.
// One thread (the answer keeps what it has looked up).
#pragma once

#include <optional>
#include <string>

#include "evaluators/text/answer_text.h"
#include "evaluators/text/pattern.h"

namespace evaluators {

// What was found where: bytes of the answer.
struct TextMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t sentence = 0;
  std::string alternative;  // as the author wrote it
};

struct MatchResult {
  std::optional<TextMatch> match;    // the first alternative that is stated
  std::optional<TextMatch> denied;   // without a match: an alternative that the answer denies
  std::optional<TextMatch> swapped;  // without a match: one that it says of the contrary term
};

// The first alternative that the answer states in one sentence, or else denies.
MatchResult FindPattern(const Pattern& pattern, AnswerText* answer);

// Where no alternative stands in one sentence: the first one whose words stand in two neighbouring
// sentences, or of whose three or more words all but one stand in one sentence. Words of the
// question alone are no such match.
struct NearMatch {
  enum class Kind { kNeighbours, kIncomplete };
  Kind kind = Kind::kNeighbours;
  TextMatch match;
};
std::optional<NearMatch> FindNearMatch(const Pattern& pattern, AnswerText* answer);

}  // namespace evaluators
