// The alternatives of a rubric point, made ready for matching: section "Rubric points" of
// rubrics/README.md describes how they are written.
// Any thread; immutable once compiled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/lexicon.h"
#include "evaluators/text/phrase.h"

namespace evaluators {

// A word or phrase of an alternative with everything that means the same.
struct Term {
  std::vector<Phrase> variants;
  std::vector<Phrase> contrasts = {};  // what it is mixed up with: "L2" for "L1"
};

struct Alternative {
  std::string source;            // as the author wrote it
  std::vector<Term> terms = {};  // all near each other, in any order, in one sentence
  std::string letters =
      {};                // of a quoted alternative: its letters and digits in order, without spaces
  bool negated = false;  // "no feedback": at least one term must be denied
};

// The phrase, its synonyms, and their joined spellings.
Term MakeTerm(const Phrase& phrase, const Lexicon& lexicon);

using Pattern = std::vector<Alternative>;

// Splits at '|', adds the synonyms of words and phrases, and joined spellings ("trade off",
// "tradeoff").
Pattern CompilePattern(const std::vector<std::string>& alternatives, const Lexicon& lexicon);

}  // namespace evaluators
