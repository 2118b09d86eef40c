// The outcome of a session: dimensions 1-4 with evidence, a band for each round, a decision for a
// loop. Any thread; plain values. How they are computed: interview/session/score_card.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/ids.h"

namespace interview {

// Why a dimension has its score: a quotation, a test result, a time.
struct Evidence {
  std::string text;   // "Passed 41 of 41 hidden tests", "States the quadratic baseline"
  std::string quote;  // the candidate's words, may be empty
  QuestionId question;
  std::string part;  // where the quote stands, see Span::part
  bool favourable = true;
};

struct DimensionScore {
  DimensionId id;
  std::string title;
  double weight = 1;
  bool blocker = false;
  std::optional<double> score;  // 1-4 in half steps; empty: not observed
  std::string anchor;           // what this score means, from panel_rules
  std::string next_anchor;      // what the next whole score would take
  std::vector<Evidence> evidence;
  std::optional<double> self_rating;
};

struct RoundScore {
  RoundKind kind = RoundKind::kCoding;
  std::string title;
  double weight = 1;
  std::vector<QuestionId> questions;
  std::vector<DimensionScore> dimensions;
  std::optional<double> score;  // weighted mean, two decimals; empty: not enough observed
  std::string band;             // strong_hire, hire, lean, lean_no, no; empty without a score
  std::string note;             // why there is no score, or that a blocker capped it
};

struct ScoreCard {
  std::vector<RoundScore> rounds;
  std::optional<double> score;  // of the loop
  std::string decision;  // strong_hire, hire, lean, no_hire, not_enough_evidence; empty: a drill
  std::string rule;      // the rule that decided, in words
  std::vector<std::string> reasons;  // what would have turned it, what was not observed
};

Json ToJson(const ScoreCard& card);
Result<ScoreCard> ParseScoreCard(const Json& json, const std::string& where);

// "strong_hire" -> "Strong hire"; also for bands. Unknown names come back as they are.
std::string DecisionTitle(const std::string& name);

}  // namespace interview
