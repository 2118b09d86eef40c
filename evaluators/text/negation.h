// Which words of a text are denied: those in the reach of "not", "without", "instead of" and the
// like. Any thread.
#pragma once

#include <vector>

#include "evaluators/text/tokens.h"

namespace evaluators {

// One flag per token. The reach begins behind the negating word and ends at the next clause (a
// comma, "but", "because", …) or after a few words: 8 for "not" and "never", 4 for "no", "without"
// and "instead of"; "X is not used" denies X as well. "Not only" and "no matter" deny nothing.
std::vector<bool> MarkNegated(const TokenizedText& text);

}  // namespace evaluators
