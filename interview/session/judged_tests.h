// A judgement as the scores look at it: visible and hidden tests, and what failed.
// Any thread; pure function. Internal to the score card.
#pragma once

#include <set>
#include <string>

#include "interview/session/observation.h"

namespace interview {

struct JudgedTests {
  double hidden_passed = 0;  // weights
  double hidden_total = 0;
  int passed = 0;
  int total = 0;
  bool visible_pass = true;
  bool accepted = false;
  std::set<std::string> failed_tags;  // of hidden tests

  double hidden_share() const { return hidden_total > 0 ? hidden_passed / hidden_total : 0; }
};

// Null where there is no judgement, or the judge itself broke.
const Judgement* LastVerdict(const QuestionWork& work);
JudgedTests ReadTests(const Judgement& judgement);
// "Passed 41 of 41 tests", with the verdict and the first failing test.
Evidence VerdictEvidence(const QuestionWork& work, const Judgement& judgement);

}  // namespace interview
