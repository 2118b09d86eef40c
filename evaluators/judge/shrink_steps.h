// Smaller inputs made from one: parts left out, numbers nearer to zero, letters and labels made
// plain. Most of them break what the question promises of its input; InputRules says which.
// Any thread; pure functions.
#pragma once

#include <functional>
#include <utility>

#include "evaluators/judge/run_outcome.h"
#include "interview/model/signature.h"

namespace evaluators {

// Hands inputs made from `test` to `take`, those that leave out most first, until it returns false.
// They have no answers, and may repeat each other.
void ProposeSmaller(const interview::Signature& signature, const TestCase& test,
                    const std::function<bool(TestCase)>& take);

// Orders inputs by their size: bytes of JSON, then the magnitude of what they hold.
std::pair<std::size_t, double> SizeOf(const TestCase& test);

}  // namespace evaluators
