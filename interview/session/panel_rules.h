// The rules of the panel, read from rubrics/panel_rules/: dimensions, anchors, costs of hints,
// bands, decisions. Any thread once loaded; plain values. What they mean is in the files and in
// score_card.h.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "interview/base/json.h"
#include "interview/base/result.h"
#include "interview/model/ids.h"

namespace interview {

struct DimensionRule {
  DimensionId id;
  std::string title;
  double weight = 1;
  bool blocker = false;
  std::array<std::string, 4> anchors;  // what a 1, 2, 3 and 4 look like
};

// What hints cost: the highest rung taken counts, not the sum.
struct HintCost {
  DimensionId dimension;
  std::vector<double> by_level;  // by_level[0] is the cost of level 1

  // 0 for level 0; the last cost above the last level.
  double At(int level) const;
};

// A point of a piecewise linear map from a share (0-1) to a score (1-4).
struct CoverageStep {
  double share = 0;
  double score = 1;
};

struct RoundRules {
  std::vector<DimensionRule> dimensions;
  HintCost hint_cost;
  std::vector<CoverageStep>
      coverage;  // ascending; below the first and above the last: their scores
  DimensionId misconception_dimension;  // where a misconception that was not corrected costs
  double misconception_cost = 0.5;      // for each, in points of the score

  // Null for an unknown id.
  const DimensionRule* Find(const DimensionId& id) const;
};

struct Band {
  std::string id;
  double at_least = 0;
};

// A condition on the rounds of one kind that a level adds to the rule of hire.
struct LevelCondition {
  RoundKind kind = RoundKind::kSystemDesign;
  double at_least = 0;
  bool every = true;  // every round of the kind, or one of them
};

// One low round that a level forgives.
struct LevelAllowance {
  double from = 0;  // the low round's score is in [from, below)
  double below = 0;
  RoundKind if_kind =
      RoundKind::kCoding;  // every round of this kind must have at least `if_at_least`
  double if_at_least = 0;
};

struct LevelRule {
  std::vector<LevelCondition> conditions;
  std::vector<LevelAllowance> allowances;
};

// How round scores become a decision; numbers and their meaning as in section 4 of the loop rules.
struct DecisionRules {
  std::string id;
  double hire_score = 3.0;
  double hire_floor = 2.0;      // no round below it
  double hire_low_round = 2.5;  // and at most `hire_low_rounds` below this
  int hire_low_rounds = 1;
  double strong_score = 3.4;
  double strong_floor = 2.75;
  double strong_best = 3.5;  // at least one round reaches it
  double lean_score = 2.75;
  double lean_miss = 0.25;   // or exactly one condition of hire fails by at most this
  int blockers_no_hire = 2;  // rounds with a blocker dimension of 1
  std::map<std::string, LevelRule> levels;
  std::map<std::string, std::string>
      words;  // by rule: "hire", "strong_hire", "lean", "no_hire", "blockers", …
};

struct PanelRules {
  std::map<RoundKind, RoundRules> rounds;
  double blocker_cap = 2.0;   // of a round's score when a blocker dimension is 1
  double min_observed = 0.5;  // share of a round's weight that must be observed
  std::vector<Band> bands;    // best first
  std::map<std::string, DecisionRules> decisions;  // by id; a plan without one gets no decision

  // Of a round score with two decimals; the last band takes everything below.
  const std::string& BandOf(double score) const;
};

// `where` names the file in complaints.
Result<RoundRules> ParseRoundRules(const Json& json, const std::string& where);
// Fills everything but `rounds`.
Status ParseDecisions(const Json& json, const std::string& where, PanelRules* rules);

// Reads coding.json, ml_coding.json, concepts.json, system_design.json and decisions.json of a
// folder. Fails with the first file that is missing or broken.
Result<PanelRules> LoadPanelRules(const std::filesystem::path& folder);

}  // namespace interview
