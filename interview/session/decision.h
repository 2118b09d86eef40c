// From round scores to the panel's decision, by the rules of rubrics/panel_rules/decisions.json.
// Any thread; pure functions.
//
// In this order (loop rules, section 4): a blocker dimension of 1 in two rounds is no hire; a round
// without a score is not enough evidence; strong hire; hire; lean; else no hire. Conditions of a
// level join those of hire and strong hire; an allowance of a level forgives one low round in them.
// Lean also holds where exactly one condition of hire fails by little.
#pragma once

#include "interview/model/score_card.h"
#include "interview/session/panel_rules.h"

namespace interview {

// The weighted mean of the rounds that have a score, with two decimals; empty: none has one.
std::optional<double> LoopScore(const std::vector<RoundScore>& rounds);

// Sets decision, rule and reasons of a card whose rounds and score are there.
void Decide(const DecisionRules& rules, const std::string& level, ScoreCard* card);

}  // namespace interview
