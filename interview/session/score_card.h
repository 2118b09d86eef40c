// Folds evaluations and process facts into dimensions 1-4, rounds, and the decision of a loop.
// Any thread; pure functions. The anchors and numbers are data (panel_rules.h); this is how
// evidence meets them.
//
// Of one question, a dimension is observed or not; an empty part is never a score. A round's
// dimension is the mean over the questions where it was observed, in half steps (a tie goes down,
// so that no hint is free), and its weight counts as observed for their share of the round's
// questions. The hint cost and the misconception cost are taken off before rounding. The round's
// score is the weighted mean of its observed dimensions with two decimals, capped where a blocker
// dimension is 1; with too little observed weight, or a blocker that was not observed, it has none
// (loop rules, section 3 and rule 8).
//
// c(group) below is earned weight / total weight of a rubric group, and f(c) the linear map of the
// coverage steps: 0, 0.5, 0.7, 0.9 -> 1, 2, 3, 4 (section 3.3). How each dimension is observed:
// code_scores.cc (coding, ml_coding), concept_scores.cc, design_scores.cc. How rounds decide:
// decision.h.
#pragma once

#include <vector>

#include "interview/model/plan.h"
#include "interview/model/score_card.h"
#include "interview/session/panel_rules.h"
#include "interview/session/round_record.h"

namespace interview {

struct SessionFacts {
  const SessionPlan& plan;
  const std::vector<RoundRecord>& rounds;  // one for each round of the plan
  const std::vector<PauseSpan>& pauses;
  const std::vector<EvaluationFailure>& failures;
};

// REQUIRES: rules.rounds has every kind of the plan.
ScoreCard ScoreSession(const SessionFacts& facts, const PanelRules& rules);

}  // namespace interview
