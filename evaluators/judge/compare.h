// Is this answer right? The comparison modes of section 4 of rubrics/README.md, outside of every
// box but the checker's. Any thread; pure functions.
#pragma once

#include <string>

#include "evaluators/judge/run_outcome.h"
#include "interview/model/question.h"

namespace evaluators {

// Whether an answered case is right, by every mode but kChecker (whose expected value is one of
// many: then only mutated arguments are compared).
bool IsRight(const interview::CodingSpec& spec, const TestCase& test, const CaseOutcome& outcome);

// What to show as expected and as got: the result, the mutated arguments, or both.
interview::Json ExpectedToShow(const TestCase& test);
interview::Json GotToShow(const TestCase& test, const CaseOutcome& outcome);

// Whether `input` ({"args"} or {"ops", "args"}) fits the signature, as a test case without
// expectation. kInvalid names the argument and the remedy.
interview::Result<TestCase> ReadInput(const interview::Signature& signature,
                                      const interview::Json& input);

}  // namespace evaluators
