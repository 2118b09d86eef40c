// What one question shows of one dimension: a score before rounding, and the evidence for it.
// Any thread; pure functions. Internal to the score card.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interview/model/score_card.h"
#include "interview/session/panel_rules.h"
#include "interview/session/round_record.h"

namespace interview {

struct Observation {
  double score = 1;  // 1-4, continuous
  std::vector<Evidence> evidence;
};
// Dimensions that were not observed are absent.
using Observations = std::map<DimensionId, Observation>;

// Of one question of a round. `clock` is the submitted round's; `question` its index in the round.
struct QuestionFacts {
  const QuestionWork& work;
  const RoundRules& rules;
  const RoundClock& clock;
  const RoundRecord& round;
  int question = 0;
};

Observations ObserveCoding(const QuestionFacts& facts);        // code_scores.cc
Observations ObserveMlCoding(const QuestionFacts& facts);      // code_scores.cc
Observations ObserveConcept(const QuestionFacts& facts);       // concept_scores.cc
Observations ObserveSystemDesign(const QuestionFacts& facts);  // design_scores.cc

// The part of ObserveCoding that is about costs.
void ObserveComplexity(const QuestionFacts& facts, const CodingSpec& spec,
                       Observations* out);  // complexity_scores.cc

// f(c): linear between the steps.
double FromCoverage(double share, const std::vector<CoverageStep>& steps);

// Earned and total weight of some criteria.
struct Share {
  double earned = 0;
  double total = 0;
  bool any() const { return total > 0; }
  double value() const { return total > 0 ? earned / total : 0; }
};

// The share of the criteria of these groups in the question's rubric evaluation; nothing without an
// evaluation.
Share GroupShare(const QuestionWork& work, const std::vector<std::string>& groups);
// The mean score of the answered follow-ups; empty: none was answered.
std::optional<double> FollowUpScore(const QuestionWork& work);

// "1 fact", "2 facts".
std::string Counted(std::size_t number, const std::string& thing);
// One item of evidence about this question.
Evidence Fact(const QuestionWork& work, std::string text, bool favourable = true);
// The points of these groups: what earned most with its quotation, then what was missing.
void AddPoints(const QuestionWork& work, const std::vector<std::string>& groups, Observation* out);
// The points of the answered follow-ups that were earned.
void AddFollowUps(const QuestionWork& work, Observation* out);

int CountWords(const std::string& text);
// "2 min 5 s"
std::string TimeText(Duration time);

}  // namespace interview
