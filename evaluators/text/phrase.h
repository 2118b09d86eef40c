// A few words that must stand side by side: the unit of rubric alternatives and of the lexicon.
// Any thread; plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluators/text/tokens.h"

namespace evaluators {

// One word, number, operator or complexity to be found in an answer.
struct Atom {
  std::string text = {};
  std::string stem = {};
  bool prefix = false;                // "overfit*"
  bool exact = false;                 // no misspelling accepted
  std::optional<double> number = {};  // matches by value
  std::size_t decimals = 0;           // of `number`, as written
  std::string complexity = {};        // matches "O(n)" by its canonical form
  bool symbol = false;                // an operator of a formula
  bool operator==(const Atom&) const = default;
};

// Atoms side by side in an answer, stop words and brackets between them aside.
using Phrase = std::vector<Atom>;

// Splits tokens into phrases: words glued together ("co-adaptation", "TP/(TP+FP)") make one phrase,
// a stated complexity is one atom, every other word is a phrase of its own. Stop words outside
// formulas are left out, unless nothing else is there.
std::vector<Phrase> SplitIntoPhrases(const std::vector<Token>& tokens);

// All of `text` as one phrase.
Phrase ParsePhrase(std::string_view text);

// Stems joined by spaces: equal for phrases that the lexicon takes for the same.
std::string PhraseKey(const Phrase& phrase);

}  // namespace evaluators
